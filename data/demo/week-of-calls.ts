import { eventFactors } from './call-events.ts';
import { CALL_KINDS, type CallKind } from './call-kinds.ts';
import type { CallPlan } from './call-plan.ts';
import { dayOf, FALL_BACK, hourFrom, SPRING_FORWARD, seasonFactor, weekdayWeight } from './call-rhythm.ts';
import {
  CHANGES,
  changeFactor,
  HOT_ADDRESS,
  HOUR_SHIFTS,
  LAST_WEEK,
  LAST_WEEK_SPIKES,
  type LastWeekSpike,
  USUAL_LEVELS,
} from './planted.ts';
import type { Random } from './random.ts';

/** One incident as it happened; what the feed makes of it comes later. */
export type Incident = {
  kind: CallKind;
  type: string;
  place: number;
  second: number; // since 1970-01-01 of the local wall clock
  exact: boolean; // part of the story: keeps its place, type and time
};

const LAST_MONDAY = dayOf(LAST_WEEK.from);

/** Draws the calls of whole weeks; counts are negative binomial around the plan. */
export function weekMaker(
  plan: CallPlan,
  scale: number,
  streamOf: (purpose: string) => Random,
): (monday: number) => Incident[] {
  const events = eventFactors();
  const { strata } = plan.places;
  const levels = new Set(USUAL_LEVELS.map(({ areaId, category }) => `${areaId} ${category}`));
  const partOfStory = (kind: CallKind, stratum: number): boolean =>
    kind.origin === 'public' &&
    (strata[stratum]?.groups.some((group) => levels.has(`${group} ${kind.category}`)) ?? false);

  return (monday) => {
    const calm = monday === LAST_MONDAY;
    const incidents: Incident[] = [];
    CALL_KINDS.forEach((kind, k) => {
      // A stream a week and kind: what is planted in one leaves the others as they were.
      const random = streamOf(`${monday} ${k}`);
      const days = dayWeights(kind, monday, events);
      const cityWeek = calm ? 1 : random.gamma(150) / 150;
      strata.forEach(({ groups }, s) => {
        const told = partOfStory(kind, s);
        // The series of the story sway less with the season and the city, so that their spikes are beyond doubt.
        const week = told ? 1 + (days.total - 1) * 0.3 : days.total * cityWeek;
        const mean = (plan.perWeek[k]?.[s] ?? 0) * week * scale * changed(kind, groups, monday);
        if (mean <= 0) return;
        const count = calm ? calmCount(mean, random) : told ? steadyCount(mean, random) : scattered(mean, random);
        const shift = HOUR_SHIFTS.find(
          ({ areaId, category, from }) =>
            category === kind.category && groups.includes(areaId) && monday >= dayOf(from),
        );
        for (let i = 0; i < count; i++) {
          const day = monday + pickDay(days, random);
          const hour = hourFrom(shift?.day ?? kind.day, random.next());
          const place = plan.pick(kind, s, random.next());
          const type = typeFrom(kind, random.next());
          incidents.push({ kind, type, place, second: secondOf(day, hour, random), exact: calm && told });
        }
      });
    });
    const random = streamOf(`${monday} planted`);
    for (const call of plan.setCalls) {
      if (call.day < monday || call.day > monday + 6) continue;
      incidents.push(setIncident(call.type, call.place, call.day, call.hour, random));
    }
    const hot = calm ? Math.round(HOT_ADDRESS.perWeek * scale) : random.poisson(HOT_ADDRESS.perWeek * scale);
    for (let i = 0; i < hot; i++) {
      incidents.push(
        setIncident(HOT_ADDRESS.type, plan.hotAddress, monday + random.int(7), 12 + random.int(12), random),
      );
    }
    if (calm) for (const spike of LAST_WEEK_SPIKES) addSpike(plan, incidents, spike, monday, scale, random);
    return incidents;
  };
}

type DayWeights = { sums: number[]; total: number };

function dayWeights(kind: CallKind, monday: number, events: ReturnType<typeof eventFactors>): DayWeights {
  const sums: number[] = [];
  let sum = 0;
  let usual = 0;
  for (let day = monday; day < monday + 7; day++) {
    const weight = weekdayWeight(kind.day, day);
    usual += weight;
    sum += weight * seasonFactor(kind.season, day) * events(day, kind.category);
    sums.push(sum);
  }
  return { sums, total: sum / usual };
}

function pickDay({ sums }: DayWeights, random: Random): number {
  const wanted = random.next() * (sums.at(-1) ?? 0);
  return Math.max(
    0,
    sums.findIndex((sum) => sum > wanted),
  );
}

function changed(kind: CallKind, groups: readonly string[], monday: number): number {
  if (kind.origin !== 'public') return 1;
  let factor = 1;
  for (const change of CHANGES) {
    if (change.category !== kind.category || (change.areaId !== null && !groups.includes(change.areaId))) continue;
    factor *= changeFactor(change, monday);
  }
  return factor;
}

/** The last week shows what was planted and nothing by chance: counts stay near their means. */
function calmCount(mean: number, random: Random): number {
  const near = mean + Math.sqrt(mean) * Math.max(-0.6, Math.min(0.45, 0.5 * random.normal()));
  return Math.max(0, Math.floor(near + random.next() * 0.9));
}

/** Negative binomial: more scattered than chance alone, as calls are. */
const scattered = (mean: number, random: Random): number => random.poisson((mean * random.gamma(22)) / 22);

/** Half as scattered as chance: a series of the story keeps to its usual range. */
const steadyCount = (mean: number, random: Random): number =>
  random.poisson(mean / 2) + Math.floor(mean / 2 + random.next());

function typeFrom(kind: CallKind, share: number): string {
  let left = share;
  for (const { type, share: part } of kind.types) {
    left -= part;
    if (left < 0) return type;
  }
  return kind.types[0]?.type ?? '';
}

/** A second of that hour; the hour that the clocks skip is not there, the one they repeat comes twice. */
function secondOf(day: number, hour: number, random: Random): number {
  let h = hour;
  if (h === 2 && SPRING_FORWARD.has(day)) h = 3;
  if (h === 2 && FALL_BACK.has(day) && random.chance(0.5)) h = 1;
  return (day * 24 + h) * 3600 + random.int(3600);
}

function kindOf(type: string): CallKind {
  const kind = CALL_KINDS.find(({ origin, types }) => origin === 'public' && types.some((t) => t.type === type));
  if (!kind) throw new RangeError(`no public call is of type ${type}`);
  return kind;
}

function setIncident(type: string, place: number, day: number, hour: number, random: Random): Incident {
  return { kind: kindOf(type), type, place, second: secondOf(day, hour, random), exact: true };
}

/** Adds what is missing to the planted count; what came anyway is part of it. */
function addSpike(
  plan: CallPlan,
  incidents: Incident[],
  spike: LastWeekSpike,
  monday: number,
  scale: number,
  random: Random,
): void {
  const { all, strata } = plan.places;
  const home = strata.flatMap(({ groups }, s) => (groups.includes(spike.areaId) ? [s] : []));
  const members = new Set(home);
  const there = incidents.filter(
    ({ kind, place }) =>
      kind.category === spike.category && kind.origin === 'public' && members.has(all[place]?.stratum ?? -1),
  );
  const kind = kindOf(spike.type);
  const means = plan.perWeek[CALL_KINDS.indexOf(kind)] ?? new Float64Array();
  // In turn, so that an overlapping group is not the one that stands out; but only where such calls come from.
  const total = home.reduce((sum, s) => sum + (means[s] ?? 0), 0);
  const usual = home.filter((s) => (means[s] ?? 0) > 0.04 * total);
  const named = spike.where.map((words) =>
    home.flatMap((s) => strata[s]?.places ?? []).filter((p) => all[p]?.label.includes(words)),
  );
  for (let i = 0; i < Math.round(spike.observed * scale) - there.length; i++) {
    const candidates = named[i % Math.max(1, named.length)] ?? [];
    const stratum = usual[i % usual.length] ?? 0;
    const place = candidates.length > 0 ? random.pick(candidates) : plan.pick(kind, stratum, random.next());
    const day = monday + (spike.days[i % spike.days.length] ?? 0);
    incidents.push(setIncident(spike.type, place, day, spike.hours[random.int(spike.hours.length)] ?? 12, random));
  }
}
