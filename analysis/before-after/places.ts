import { toLocalDate } from '#analysis/shared/days.ts';
import type { LeftOut, Window } from '#data/schema/answer.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import {
  type BeforeAfter,
  type BeforeAfterOptions,
  type BeforeAfterReason,
  fillOptions,
  findBeforeAfter,
  type Pair,
} from './before-after.ts';
import { callsOfPeriods, countZones, type DatedCalls, pairOf, type WeeklyLine } from './count-zones.ts';
import { type ControlArea, type MatchedControl, matchControl } from './match-control.ts';
import { type Covered, cutPeriods, type PeriodOptions, type PeriodReason } from './periods.ts';
import { type SharedCalls, type Zone, zoneCalls } from './zones.ts';

export type Ground = {
  readonly treated: readonly AreaGeometry[]; // in any of them
  readonly control: readonly AreaGeometry[] | 'match';
  readonly areas: readonly ControlArea[]; // to match from
};

export type PlacesOptions = BeforeAfterOptions &
  PeriodOptions & {
    readonly ringMeters: number; // width of the rings; 0: none
    readonly rings: 'both' | 'treated'; // around the control too, or around the treated ground alone
  };

export type PlacesBeforeAfter = BeforeAfter & {
  before: Window;
  after: Window;
  weeks: number; // of each
  counts: Record<Zone, Pair>;
  lines: WeeklyLine[]; // of the zones there are
  matched: { areaId: string; weeklyGap: number; among: number } | null; // null: the control was chosen
};

export type PlacesReason =
  | BeforeAfterReason
  | PeriodReason
  | 'no-treated-ground'
  | 'no-control' // none was given, or none is fit to match
  | 'no-place' // calls of the two periods
  | keyof SharedCalls;

export const PLACES_CONVENTION =
  'Weighted displacement difference (Wheeler and Ratcliffe 2018) with Poisson variances, over whole weeks from the day of action and as many before; each call counts in one of ground, control and their rings, borders with the ground; a matched control is the area with the closest weekly counts before.';

type Found = { findings: PlacesBeforeAfter[]; leftOut: LeftOut<PlacesReason>[]; options: PlacesOptions };

/**
 * Did the calls of a place change from a day of action on, against a control, and did they move next door? Counts calls
 * by zone in two periods of the same whole weeks, then asks `findBeforeAfter`. A call counts once, in one zone.
 *
 * Wheeler AP, Ratcliffe JH (2018), Crime Science 7:11.
 */
export function findBeforeAfterInPlaces(
  calls: DatedCalls,
  { treated, control: asked, areas }: Ground,
  span: Covered & { readonly actionDay: number },
  chosen: Partial<PlacesOptions> = {},
): Found {
  const options = fillPlacesOptions(chosen);
  const nothing = (what: string, reason: PlacesReason): Found => ({
    findings: [],
    leftOut: [{ what, reason }],
    options,
  });
  if (treated.length === 0) return nothing('treated ground', 'no-treated-ground');
  const periods = cutPeriods(span.actionDay, span, options);
  if (typeof periods === 'string') return nothing('comparison', periods);
  const { weeks } = periods;
  const kept = callsOfPeriods(calls, periods);
  const around = (control: readonly AreaGeometry[]) => {
    const { zoneOf, shared } = zoneCalls(kept, { treated, control }, options);
    return { zoneOf, shared, lines: countZones(kept.weekOf, zoneOf, weeks) };
  };
  let matched: MatchedControl | null = null;
  if (asked === 'match') {
    const { zoneOf, lines } = around([]);
    matched = matchControl(kept, zoneOf, lines[0]?.before ?? [], { areas, minCalls: options.minCalls });
  }
  const control = asked === 'match' ? (matched === null ? [] : [matched.area.geometry]) : asked;
  if (control.length === 0) return nothing('control', 'no-control');

  const { shared, lines } = around(control);
  const counts: PlacesBeforeAfter['counts'] = {
    treated: pairOf(lines, 'treated'),
    control: pairOf(lines, 'control'),
    ring: pairOf(lines, 'ring'),
    'control-ring': pairOf(lines, 'control-ring'),
  };
  const found = findBeforeAfter(
    {
      ...{ treated: counts.treated, control: counts.control },
      ...{ displaced: counts.ring, displacedControl: counts['control-ring'] },
      ...{ daysBefore: 7 * weeks, daysAfter: 7 * weeks },
    },
    options,
  );
  const { ringMeters, rings } = options;
  const hasLine = (zone: Zone) =>
    zone === 'ring' ? ringMeters > 0 : zone !== 'control-ring' || (ringMeters > 0 && rings === 'both');
  const findings = found.findings.map((finding) => ({
    ...finding,
    ...{ before: windowOf(periods.before, weeks), after: windowOf(periods.after, weeks), weeks, counts },
    lines: lines.filter(({ zone }) => hasLine(zone)),
    matched: matched && { areaId: matched.area.areaId, weeklyGap: matched.weeklyGap, among: matched.among },
  }));
  const passedOver = { ...shared, 'no-place': kept.withoutPlace };
  return { findings, leftOut: [...found.leftOut, ...saidOf(passedOver)], options };
}

function fillPlacesOptions(chosen: Partial<PlacesOptions>): PlacesOptions {
  const usual = { weeks: null, baseline: 'just-before', ringMeters: 300, rings: 'both' } as const;
  const options = { ...usual, ...chosen, ...fillOptions(chosen) };
  if (!(options.ringMeters >= 0 && options.ringMeters < Infinity))
    throw new RangeError(`ringMeters is 0 or above, not ${options.ringMeters}`);
  if (options.weeks !== null && !(Number.isInteger(options.weeks) && options.weeks > 0))
    throw new RangeError(`weeks is a whole number above 0, not ${options.weeks}`);
  return options;
}

const windowOf = (day: number, weeks: number): Window => ({
  from: toLocalDate(day),
  to: toLocalDate(day + 7 * weeks - 1),
});

const saidOf = (counts: Record<keyof SharedCalls | 'no-place', number>): LeftOut<PlacesReason>[] =>
  (['in-treated-and-control', 'in-ring-and-control', 'in-both-rings', 'no-place'] as const).flatMap((reason) => {
    const calls = counts[reason];
    return calls > 0 ? [{ what: `${calls} ${calls === 1 ? 'call' : 'calls'}`, reason }] : [];
  });
