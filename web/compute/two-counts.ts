import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { type Said, sayChanges } from '#analysis/two-counts/said.ts';
import {
  compareTwoCounts,
  TWO_COUNTS_CAVEAT,
  TWO_COUNTS_CONVENTION,
  TWO_COUNTS_DEFAULTS,
  type TwoCounts,
  type TwoCountsFinding,
  type TwoCountsOptions,
} from '#analysis/two-counts/two-counts.ts';
import type { Window } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import { areasOf } from '#web/tables/layer-places.ts';
import { withMissingYears } from './caveat.ts';
import { type Against, comparedWindows } from './compared-windows.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import { exposureOf } from './kept-exposure.ts';
import { sieveByNewKinds } from './kept-kinds.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** All calls of the filter, each once, or those of one area; what the calls of both windows say. */
export type ComparedCounts = Omit<TwoCountsFinding, 'areaId'> & {
  areaId: string | null; // null: all calls in the filter
  said: Said;
  nowWindow: Window;
  beforeWindow: Window;
  nowExposure: number; // days; parts of days where the filter keeps some hours only
  beforeExposure: number;
};

export type ComparedOptions = Partial<TwoCountsOptions> & { against?: Against };

/** The calls of the filter in its dates set against those of as many days before, all together and area by area. */
export function twoCounts(loaded: Loaded, question: Question<'two-counts'>): Questions['two-counts']['answer'] {
  const { filter } = question;
  const { against = 'before', ...chosen } = question.options;
  const options = { ...TWO_COUNTS_DEFAULTS, ...chosen };
  const windows = comparedWindows(loaded, filter, against);
  const said = {
    options: { ...options, against },
    convention: `${TWO_COUNTS_CONVENTION} A change is said where the exact limits of the ratio, corrected for the number of areas, do not hold 1.`,
    caveat: withMissingYears(loaded, TWO_COUNTS_CAVEAT),
    code: toCode(loaded, question),
  };
  if ('reason' in windows) {
    const leftOut = [{ what: `${filter.from} to ${filter.to}`, reason: windows.reason }];
    return { ...said, findings: [], leftOut, window: null, records: countKept(loaded, filter) };
  }
  const { now, before } = windows;
  const counted = countIn(loaded, { ...filter, ...now }, windows);
  const earlier = countIn(loaded, { ...filter, ...before }, windows);
  const exposures = {
    nowExposure: exposureOf(loaded, filter, now),
    beforeExposure: exposureOf(loaded, filter, before),
  };
  const toPair = (areaId: string, counts: readonly [number, number]): TwoCounts & { areaId: string } => ({
    ...{ areaId, category: '', now: counts[0], before: counts[1] },
    ...exposures,
  });
  const { areaIds } = loaded.placesOf(filter.layer);
  const shown = areaIds.filter((areaId) => filter.areas.length === 0 || filter.areas.includes(areaId));
  const ofArea = (areaId: string): [number, number] => {
    const at = areaIds.indexOf(areaId);
    return [counted.areas[at] ?? 0, earlier.areas[at] ?? 0];
  };
  const whole = compareTwoCounts([toPair(WHOLE, [counted.all, earlier.all])], options);
  const areas = compareTwoCounts(
    shown.map((areaId) => toPair(areaId, ofArea(areaId))),
    options,
  );
  const judge = (findings: readonly TwoCountsFinding[]): ComparedCounts[] => {
    const words = sayChanges(
      findings.map((finding) => ({ ...finding, ...exposures })),
      options.level,
    );
    return findings.map((finding, i) => ({
      ...finding,
      ...exposures,
      areaId: finding.areaId === WHOLE ? null : finding.areaId,
      said: words[i] ?? 'too-few',
      nowWindow: now,
      beforeWindow: before,
    }));
  };
  const byMonth = counted.byMonth + earlier.byMonth;
  return {
    ...said,
    findings: [...judge(whole.findings), ...judge(areas.findings)],
    leftOut: [
      ...windows.leftOut,
      ...(byMonth > 0 ? [{ what: `${byMonth} calls`, reason: 'months-only' }] : []),
      ...(whole.leftOut.length > 0
        ? whole.leftOut.map(({ reason }) => ({ what: 'all calls', reason }))
        : areas.leftOut),
    ],
    window: now,
    records: countKept(loaded, { ...filter, ...now }),
  };
}

const WHOLE = '';

/** Calls of the filter, once each and by area. A call of which only the month is known is in no window of days. */
function countIn(loaded: Loaded, filter: Filter, { now, isMonths }: { now: Window; isMonths: boolean }) {
  const { failed } = sieveByNewKinds(loaded, filter, now.to);
  const { hour, placement } = loaded.calls.columns;
  const places = loaded.placesOf(filter.layer);
  const areas = new Uint32Array(places.areaIds.length);
  let [all, byMonth] = [0, 0];
  for (let row = 0; row < failed.length; row++) {
    if (failed[row] !== 0) continue;
    if (!isMonths && hour[row] === NO_WEEKDAY) {
      byMonth++;
      continue;
    }
    all++;
    if (placement[row] !== 0) continue;
    for (const area of areasOf(places.calls, row)) areas[area] = (areas[area] ?? 0) + 1;
  }
  return { all, byMonth, areas };
}
