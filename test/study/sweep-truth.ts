import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { planeAround, toX, toY } from '#analysis/shared/plane.ts';
import { runThrough } from '#analysis/shared/steps.ts';
import { CITY_EVENTS } from '#data/demo/call-events.ts';
import type { Truth } from '#data/demo/truth.ts';
import { Filter } from '#data/schema/filter.ts';
import type { SweepCandidate } from '#web/compute/door.ts';
import { sweep } from '#web/compute/sweep.ts';
import { demoTables } from './demo-tables.ts';

const KINDS = ['string', 'emerging', 'hot-address'] as const;

export type SweepScore = {
  kind: (typeof KINDS)[number];
  hits: string[];
  misses: string[];
  wronglyRung: string[];
  explained: number; // of planted changes that no single week shows, storms and holidays
  falseAlarms: number;
  weeks: number;
};

const METERS_OF_A_RUN = 150;
// Rises that last: a cell that fills over weeks may tell of them, though no single week stands out.
const SLOW = new Set(['slow-rise', 'displacement', 'city-wide']);

/** A string needs 13 weeks of past only: all planted ones can be scored. */
export const STRINGS_FROM = '2024-09-30';

/** The sweep of every week, each judged from that week and those before it, against what was planted. Strings from an earlier week on than the others. */
export async function scoreSweep(othersFrom: string): Promise<SweepScore[]> {
  const { loaded, truth } = await demoTables();
  const filter = Filter.parse({ from: loaded.firstDay, to: loaded.lastDay, layer: 'groups' });
  const found: { week: string; candidate: SweepCandidate }[] = [];
  for (let monday = toDayNumber(STRINGS_FROM); monday <= toDayNumber(LAST_WEEK); monday += 7) {
    const week = toLocalDate(monday);
    const { findings } = runThrough(sweep(loaded, { method: 'sweep', filter, options: { week } }));
    found.push(...findings.map((candidate) => ({ week, candidate })));
  }
  return KINDS.map((kind) => {
    const from = kind === 'string' ? STRINGS_FROM : othersFrom;
    const ofKind = found.filter(({ candidate, week }) => candidate.kind === kind && week >= from);
    const weeks = (toDayNumber(LAST_WEEK) - toDayNumber(from)) / 7 + 1;
    const things = thingsFor(kind, truth).filter(({ to }) => to >= from);
    const rung = new Set<string>();
    let [explained, falseAlarms] = [0, 0];
    for (const { week, candidate } of ofKind) {
      const why = things.filter((thing) => thing.tells(candidate, week));
      for (const { id } of why) rung.add(id);
      if (why.length > 0) continue;
      if (isExplained(candidate, week, truth)) explained++;
      else falseAlarms++;
    }
    const named = (keep: (thing: Thing) => boolean) => things.filter(keep).map(({ id }) => id);
    return {
      kind,
      hits: named(({ id, alarm }) => alarm && rung.has(id)),
      misses: named(({ id, alarm }) => alarm && !rung.has(id)),
      wronglyRung: named(({ id, alarm }) => !alarm && rung.has(id)),
      ...{ explained, falseAlarms, weeks },
    };
  });
}

const LAST_WEEK = '2026-12-07';

type Thing = { id: string; to: string; alarm: boolean; tells: (candidate: SweepCandidate, week: string) => boolean };

/** What each kind of candidate should tell of, and what it should not. */
function thingsFor(kind: SweepScore['kind'], truth: Truth): Thing[] {
  const traps = truth.planted
    .filter(({ alarm, id }) => !alarm && !SLOW.has(id))
    .map(({ id, areaId, category, from, to }) => ({
      ...{ id, to, alarm: false },
      tells: (candidate: SweepCandidate, week: string) =>
        candidate.category === category && liesIn(candidate, areaId) && overlaps(week, from, to),
    }));
  if (kind === 'string') return [...truth.nearRepeat.map(thingOfRun), ...traps];
  if (kind === 'hot-address') return [thingOfLots(truth), thingOfHotAddress(truth), ...traps];
  const local = truth.planted.filter(({ alarm, areaId }) => alarm && areaId !== null);
  return [
    ...local.map(({ id, areaId, category, from, to }) => ({
      ...{ id, to, alarm: true },
      tells: (candidate: SweepCandidate, week: string) =>
        candidate.category === category && liesIn(candidate, areaId) && overlaps(week, from, to),
    })),
    ...traps,
  ];
}

const liesIn = ({ areaIds }: SweepCandidate, areaId: string | null): boolean =>
  areaId === null || areaIds.includes(areaId);

const overlaps = (week: string, from: string, to: string): boolean =>
  week <= to && toLocalDate(toDayNumber(week) + 6) >= from;

function thingOfRun({ id, real, calls }: Truth['nearRepeat'][number]): Thing {
  const dates = calls.map(({ date }) => date).sort();
  return {
    id,
    to: dates.at(-1) ?? '',
    alarm: real,
    tells: ({ category, center: [lon, lat] }, week) =>
      category.startsWith('burglary') &&
      overlaps(week, dates[0] ?? '', dates.at(-1) ?? '') &&
      calls.some((call) => metersApart([call.lon, call.lat], [lon, lat]) <= METERS_OF_A_RUN),
  };
}

/** Most of the planted thefts of the last week lie at one lot. */
function thingOfLots({ lastWeek }: Truth): Thing {
  const planted = lastWeek.find(({ category }) => category === 'theft-from-vehicle');
  return {
    id: 'last week: Tern Park lot 1',
    to: LAST_WEEK,
    alarm: true,
    tells: ({ category, addressBlock }, week) =>
      week === planted?.from && category === planted.category && addressBlock === 'TERN PARK LOT 1',
  };
}

/** It calls three times a week all the time: known, and no news. */
function thingOfHotAddress({ hotAddress: { category, label } }: Truth): Thing {
  return {
    id: 'steady hot address',
    to: LAST_WEEK,
    alarm: false,
    tells: (candidate) => candidate.category === category && candidate.addressBlock === label,
  };
}

function isExplained(candidate: SweepCandidate, week: string, { planted, lastWeek }: Truth): boolean {
  const ofEvent = CITY_EVENTS.some(
    ({ from, to, factors }) =>
      overlaps(week, from, to) && (factors[candidate.category as keyof typeof factors] ?? 1) > 1,
  );
  const isPart = [...planted, ...lastWeek].some(
    ({ areaId, category, from, to }) =>
      category === candidate.category && liesIn(candidate, areaId) && overlaps(week, from, to),
  );
  return ofEvent || isPart;
}

function metersApart(a: [lon: number, lat: number], [lon, lat]: [lon: number, lat: number]): number {
  const plane = planeAround(a);
  return Math.hypot(toX(plane, lon), toY(plane, lat));
}
