import { BEFORE_AFTER_CAVEAT } from '#analysis/before-after/before-after.ts';
import type { Covered } from '#analysis/before-after/periods.ts';
import {
  findBeforeAfterInPlaces,
  PLACES_CONVENTION,
  type PlacesBeforeAfter,
  type PlacesOptions,
} from '#analysis/before-after/places.ts';
import { lastFullDay, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { Window } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept } from './kept-calls.ts';
import { sieveByNewKinds } from './kept-kinds.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { treatedGround } from './treated-ground.ts';

export type BeforeAfterAsked = Partial<PlacesOptions> & {
  action: string; // the first day after
  control?: string; // an area of the layer; without it the one closest before
};

/** `controlId` is the area that served as control. */
export type BeforeAfterFound = PlacesBeforeAfter & { controlId: string };

const A_YEAR_ON_EACH_SIDE = 7 * 52;

/**
 * The calls of the filter before and after a day of action, in the ground that the filter draws or chooses, in a
 * control and in their rings. The dates of the filter say nothing here: the day of action does.
 */
export function beforeAfter(loaded: Loaded, question: Question<'before-after'>): Questions['before-after']['answer'] {
  const { filter, options } = question;
  const { action, control, ...chosen } = options;
  const features = loaded.layers[filter.layer]?.features ?? [];
  const areas = features.map(({ properties, geometry }) => ({ areaId: properties.areaId, geometry }));
  const ground = {
    treated: treatedGround(filter, features),
    control:
      control === undefined
        ? ('match' as const)
        : areas.filter(({ areaId }) => areaId === control).map(({ geometry }) => geometry),
    areas,
  };
  const actionDay = toDayNumber(action);
  const covered = coveredAround(actionDay, loaded);
  const span = { ...(typeof covered === 'string' ? NO_DAYS : covered), actionDay };
  const everywhere: Filter = { ...filter, areas: [], polygon: [], circle: null };
  const calls = datedCalls(loaded, {
    ...everywhere,
    from: toLocalDate(actionDay - A_YEAR_ON_EACH_SIDE),
    to: toLocalDate(actionDay + A_YEAR_ON_EACH_SIDE),
  });
  const found = findBeforeAfterInPlaces(calls, ground, span, chosen);
  const [finding] = found.findings;
  const windows = finding === undefined ? [] : [finding.before, finding.after];
  return {
    findings: found.findings.map((one) => ({ ...one, controlId: one.matched?.areaId ?? control ?? '' })),
    leftOut: typeof covered === 'string' ? [{ what: 'comparison', reason: covered }] : found.leftOut,
    options: { ...found.options, action, control: control ?? 'match' },
    window: finding === undefined ? null : { from: finding.before.from, to: finding.after.to },
    records: recordsIn(loaded, everywhere, windows),
    convention: PLACES_CONVENTION,
    caveat: withMissingYears(loaded, BEFORE_AFTER_CAVEAT),
    code: toCode(loaded, question),
  };
}

const NO_DAYS: Covered = { firstDay: 0, lastDay: -Infinity };

/** The days around the day of action with no year missing in between, up to the last that has wholly arrived. */
function coveredAround(actionDay: number, { firstDay, manifest, unreadable, months }: Loaded): Covered | string {
  if (months.length > 0) return 'months-only';
  const [first, last] = [
    toDayNumber(firstDay),
    toDayNumber(lastFullDay(manifest.cutoffLocal, manifest.reportingLagDays)),
  ];
  const yearOfAction = Number(toLocalDate(actionDay).slice(0, 4));
  const missing = unreadable.map(({ year }) => year);
  if (missing.includes(yearOfAction)) return 'missing-year';
  const begins = missing.filter((year) => year < yearOfAction).map((year) => toDayNumber(`${year + 1}-01-01`));
  const ends = missing.filter((year) => year > yearOfAction).map((year) => toDayNumber(`${year}-01-01`) - 1);
  return { firstDay: Math.max(first, ...begins), lastDay: Math.min(last, ...ends) };
}

/** Calls known by month only fall on no day. */
function datedCalls(loaded: Loaded, filter: Filter) {
  const { failed } = sieveByNewKinds(loaded, filter, filter.to);
  const { day, hour } = loaded.calls.columns;
  const rows: number[] = [];
  for (let row = 0; row < failed.length; row++) if (failed[row] === 0 && hour[row] !== NO_WEEKDAY) rows.push(row);
  return {
    ...coordinatesOf(loaded, Uint32Array.from(rows)),
    days: Float64Array.from(rows, (row) => day[row] ?? Number.NaN),
  };
}

/** The reconciliation lines of both periods as one. */
function recordsIn(loaded: Loaded, filter: Filter, windows: readonly Window[]): RecordCounts {
  const sum: RecordCounts = { read: 0, inside: 0, inSeveral: 0, outside: 0, unplaced: 0, quarantined: 0 };
  for (const window of windows) {
    const counts = countKept(loaded, { ...filter, ...window });
    sum.read += counts.read;
    sum.inside += counts.inside;
    sum.inSeveral += counts.inSeveral;
    sum.outside += counts.outside;
    sum.unplaced += counts.unplaced;
    sum.quarantined += counts.quarantined;
  }
  return sum;
}
