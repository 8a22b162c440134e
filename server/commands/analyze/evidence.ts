import { z } from 'zod';
import { EVIDENCE_CAVEAT, EVIDENCE_CONVENTION, findEvidence } from '#analysis/evidence/evidence.ts';
import type { EvidenceConcern } from '#analysis/evidence/series-days.ts';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import type { PlainConcern, PlainConcerns } from '#server/ingest/plain-concerns.ts';
import { asking, share } from './asking.ts';
import { given, MINUTES_A_DAY, minutesSpan, rejectedRows } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { areMonths } from './weekly-input.ts';

const length = z.number().int().positive().optional();

const Options = z.strictObject({
  lastDay: z.iso.date().optional(), // the last whole day of the calls; default: the last day of the files
  recentDays: length,
  baselineDays: length,
  aroundDays: length,
  sameDays: z.number().int().nonnegative().optional(),
  upQ: share.optional(),
  level: share.optional(),
});

const ALL = 'all'; // area and category where the files name none

/** Every type in every area, by its calls and its concerns; then before and after each concern. */
export const evidence = asking(Options, (input, { lastDay, ...options }) => {
  if (!input.hasTime) throw new UsageError('evidence needs --time, the column with the time a call was received');
  if (input.concerns === null)
    throw new UsageError(
      'evidence needs --concerns, a CSV or JSON of concerns with date, category and lon, lat or area',
    );
  const isMonths = areMonths(input);
  const minutes = minutesSpan(input);
  const firstDay = minutes === null ? 0 : Math.floor(minutes.first / MINUTES_A_DAY);
  const last = lastDay ? toDayNumber(lastDay) : minutes === null ? -1 : Math.floor(minutes.last / MINUTES_A_DAY);
  const span = { firstDay, lastDay: last };
  const { series, nowhere } = gather(input, input.concerns);
  const found = findEvidence(isMonths ? [] : series, span, given(options));
  return {
    findings: found.findings,
    leftOut: [
      ...rejectedRows(input),
      ...rejectedConcerns(input.concerns),
      ...nowhere,
      ...(isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut),
    ],
    options: { ...found.options, lastDay: toLocalDate(last) },
    window: firstDay > last ? null : { from: toLocalDate(firstDay), to: toLocalDate(last) },
    records: input.records,
    convention: EVIDENCE_CONVENTION,
    caveat: EVIDENCE_CAVEAT,
    code: '',
  };
});

const rejectedConcerns = ({ read, rejected }: PlainConcerns): LeftOut[] =>
  rejected === 0 ? [] : [{ what: `${rejected} of ${read} concerns`, reason: 'not-readable' }];

type Gathered = { areaId: string; category: string; callDays: number[]; concerns: EvidenceConcern[] };

function gather(input: PlainInput, { concerns }: PlainConcerns): { series: Gathered[]; nowhere: LeftOut[] } {
  const { calls, areas, placed } = input;
  const areaIds = areas.length === 0 ? [ALL] : areas.map(({ id }) => id);
  const series = new Map<string, Gathered>();
  const seriesOf = (areaId: string, type: string): Gathered => {
    const category = type || ALL;
    const name = JSON.stringify([areaId, category]);
    const one = series.get(name) ?? { areaId, category, callDays: [], concerns: [] };
    series.set(name, one);
    return one;
  };
  for (let i = 0; i < calls.lon.length; i++) {
    const day = Math.floor((calls.received[i] ?? Number.NaN) / MINUTES_A_DAY);
    const set = placed.setOf[i] ?? 0;
    const inAreas =
      areas.length === 0 ? [0] : placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1]);
    for (const area of inAreas) seriesOf(areaIds[area] ?? ALL, calls.types[i] ?? '').callDays.push(day);
  }
  const areasOf = concernAreas(input, concerns);
  const nowhere: LeftOut[] = [];
  concerns.forEach(({ id, category, day, causedCall }, i) => {
    const here = areasOf[i] ?? [];
    if (here.length === 0) nowhere.push({ what: id, reason: 'in-no-area' });
    for (const areaId of here) seriesOf(areaId, category).concerns.push({ concernId: id, day, causedCall });
  });
  return { series: [...series.values()], nowhere };
}

/** The areas of each concern: the one it names, else those it lies in. Without a boundary file all lie in one. */
function concernAreas({ areas }: PlainInput, concerns: readonly PlainConcern[]): string[][] {
  if (areas.length === 0) return concerns.map(() => [ALL]);
  const known = new Set(areas.map(({ id }) => id));
  const placed = placePoints(
    buildPlaceIndex(areas.map(({ geometry }) => geometry)),
    Float64Array.from(concerns, ({ lon }) => lon),
    Float64Array.from(concerns, ({ lat }) => lat),
  );
  return concerns.map(({ areaId }, i) => {
    if (areaId !== '') return known.has(areaId) ? [areaId] : [];
    const set = placed.setOf[i] ?? 0;
    const here = placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1]);
    return Array.from(here, (area) => areas[area]?.id ?? ALL);
  });
}
