import type { InSteps, Step } from '#analysis/shared/steps.ts';
import { standOut } from '#analysis/sweep/judge-looks.ts';
import { findLiveStrings, type LiveString } from '#analysis/sweep/live-strings.ts';
import type { SweepOptions } from '#analysis/sweep/options.ts';
import { STRING_CATEGORIES } from '#analysis/sweep/sweep.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { SweepCandidate } from './door.ts';
import { coordinatesOf } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { callsOf, daysOfWeek, type SweepCalls } from './sweep-calls.ts';

export type SweptKind = { candidates: SweepCandidate[]; leftOut: LeftOut[] };

/** Strings of calls whose last call lies in the judged week; one step for each deal of the days. */
export function* sweepStrings(
  loaded: Loaded,
  layer: string,
  calls: SweepCalls,
  options: SweepOptions,
): InSteps<SweptKind> {
  const kinds = calls.byCategory.filter(({ category }) => STRING_CATEGORIES.some((one) => one === category));
  const { day } = loaded.calls.columns;
  const from = calls.firstDay - 7 * (options.stringWeeks - 1);
  const found: (LiveString & { category: string })[] = [];
  const leftOut: LeftOut[] = [];
  let silent = 0; // kinds that were looked at and have no live string: a look each
  for (const [at, { category, rows }] of kinds.entries()) {
    const recent = rows.filter((row) => (day[row] ?? 0) >= from);
    const days = Int32Array.from(recent, (row) => day[row] ?? 0);
    const work = findLiveStrings({ ...coordinatesOf(loaded, recent), days }, daysOfWeek(calls), options);
    const { strings, leftOut: reason } = yield* within(work, at, kinds.length);
    if (reason !== null) leftOut.push({ what: `strings ${category}`, reason });
    else if (strings.length === 0) silent++;
    found.push(...strings.map((string) => ({ ...string, category, rows: string.rows.map((row) => recent[row] ?? 0) })));
  }
  const strong = standOut(found, found.length + silent, options);
  return { candidates: strong.map((string) => toCandidate(loaded, layer, string)), leftOut };
}

function toCandidate(
  loaded: Loaded,
  layer: string,
  { category, rows, p, q, verdict }: ReturnType<typeof standOut<LiveString & { category: string }>>[number],
): SweepCandidate {
  const { lon, lat } = coordinatesOf(loaded, Uint32Array.from(rows));
  const about = callsOf(loaded, layer, rows);
  return {
    kind: 'string',
    candidateKey: `${category}~${about.callIds[0]}`,
    category,
    addressBlock: null,
    shape: null,
    observed: rows.length,
    low: null,
    high: null,
    ...{ p, q, verdict },
    center: [mean(lon), mean(lat)],
    ...about,
  };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The steps of one part of `parts` that are worked off one after the other. */
export function* within<Result>(work: InSteps<Result>, part: number, parts: number): InSteps<Result> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const { done, total }: Step = next.value;
    yield { done: Math.round((1000 * (part + done / total)) / parts), total: 1000 };
  }
}
