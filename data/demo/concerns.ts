import type { CategoryCode } from '#data/codes/categories.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { Meeting } from '#data/schema/records/contact.ts';
import type { CallPlan } from './call-plan.ts';
import { dateOf, dayOf } from './call-rhythm.ts';
import { DEMO_CUTOFF, type DemoCity } from './city.ts';
import { CLUSTERS, type Cluster, TOLD, type ToldConcern } from './concern-stories.ts';
import { CONCERN_WORDS } from './concern-words.ts';
import { makeMeetings } from './life/meetings.ts';
import type { Place, Stratum } from './places.ts';
import { distance } from './plane.ts';
import { type Random, randomOf } from './random.ts';

export const CONCERNS = 420;
const OPEN = 31; // open or overdue on the demo's morning
const OVERDUE = 9;
const FIRST = dayOf('2024-06-20');
const TODAY = dayOf(DEMO_CUTOFF);
const LAST_ANSWERED = dayOf('2026-11-14'); // what came later is still open

// Where residents speak up: many words and few calls in College Green, none from the traders of Foundry Street.
const LOUDNESS: Record<string, number> = { 'college-green': 60, 'juniper-rise': 26, cordery: 24 };

/** What the story says nobody raised; null: nothing at all was. */
const NEVER_RAISED: readonly (readonly [areaId: string, category: CategoryCode | null])[] = [
  ['foundry-street', null],
  ['pell-street-merchants', 'disturbance'],
  ['harrow-meadow', 'noise'],
];

/** A concern as it was drawn: what the map shows of it, and what the story knows. */
export type DrawnConcern = MapConcern & {
  place: Place;
  groupIds: readonly string[];
  story: string | null; // the planted thing that it belongs to
  sameAs: string | null; // concernId of the concern that told of the same trouble first
};

/** About 420 concerns of 30 months, in residents' words, each somewhere in its group. */
export const makeConcerns = (city: DemoCity, plan: CallPlan): MapConcern[] =>
  drawConcerns(city, plan).map(({ place: _, groupIds: _groups, story: _story, sameAs: _same, ...concern }) => concern);

export function drawConcerns(city: DemoCity, plan: CallPlan): DrawnConcern[] {
  const random = randomOf(city.seed, 'concerns');
  const { strata } = plan.places;
  const placesOf = placesByGroup(plan);
  const meetings = makeMeetings(city.seed);
  const drafts: Draft[] = TOLD.map((told) => {
    const places = placesOf.get(told.areaId) ?? [];
    const near = places.filter(({ label }) => told.near !== undefined && label.includes(told.near));
    const place = random.pick(near.length > 0 ? near : places);
    return { ...told, place, raised: dayOf(told.raisedOn), cluster: null };
  });
  CLUSTERS.forEach((cluster, c) => {
    drafts.push(...clusterDrafts(cluster, c, placesOf, random));
  });
  const told = drafts.length;
  for (let i = 0; i < CONCERNS - told; i++) drafts.push(draftOf(i, placesOf, strata, random));
  const spoken = drafts.map((draft, i) => (i < told ? draft : atMeeting(draft, meetings, random)));
  spoken.sort((a, b) => a.raised - b.raised);
  const firsts = new Map<number, string>();
  return spoken.map((draft, i) => {
    const concern = finished(draft, i, random);
    const first = draft.cluster === null ? null : (firsts.get(draft.cluster) ?? null);
    if (draft.cluster !== null && first === null) firsts.set(draft.cluster, concern.concernId);
    return {
      ...concern,
      place: draft.place,
      groupIds: strata[draft.place.stratum]?.groups ?? [],
      story: draft.story ?? null,
      sameAs: first,
    };
  });
}

function placesByGroup({ places: { strata, all } }: CallPlan): Map<string, Place[]> {
  const placesOf = new Map<string, Place[]>();
  for (const { groups, places } of strata) {
    for (const group of groups) {
      const list = placesOf.get(group) ?? [];
      for (const p of places) {
        const place = all[p];
        if (place) list.push(place);
      }
      placesOf.set(group, list);
    }
  }
  return placesOf;
}

/** Half of what is settled by now was said at a meeting of the group, where one was held at that time. */
function atMeeting(draft: Draft, meetings: readonly Meeting[], random: Random): Draft {
  if (!random.chance(0.5) || draft.status !== 'answered' || draft.category === 'fireworks') return draft;
  const near = meetings
    .filter(({ groupId, attendedBy }) => groupId === draft.areaId && attendedBy.length > 0)
    .map(({ startsAt }) => dayOf(startsAt.slice(0, 10)))
    .find((day) => Math.abs(day - draft.raised) <= 15 && day <= LAST_ANSWERED);
  return near === undefined ? draft : { ...draft, raised: near };
}

/** The first telling and the others: within a few houses of it and three weeks. */
function clusterDrafts(cluster: Cluster, c: number, placesOf: ReadonlyMap<string, Place[]>, random: Random): Draft[] {
  const places = placesOf.get(cluster.areaId) ?? [];
  const first = random.pick(places);
  const near = places.filter(({ point }) => distance(point, first.point) < 110);
  const raised = dayOf(cluster.raisedOn);
  const draft = { ...cluster, status: 'answered' as const, story: undefined, cluster: c };
  return [
    { ...draft, place: first, raised },
    ...Array.from({ length: cluster.others }, () => ({
      ...draft,
      place: random.pick(near),
      raised: raised + 1 + random.int(19),
    })),
  ];
}

type Draft = {
  areaId: string;
  category: CategoryCode;
  title: string;
  place: Place;
  raised: number;
  status: 'open' | 'overdue' | 'answered';
  story?: string | undefined;
  cluster: number | null;
};

const toldAs = (wanted: ToldConcern['status']): number => TOLD.filter(({ status }) => status === wanted).length;

function draftOf(i: number, placesOf: ReadonlyMap<string, Place[]>, strata: readonly Stratum[], random: Random): Draft {
  const names = [...placesOf.keys()].sort();
  const weights = names.map((group) => LOUDNESS[group] ?? Math.sqrt((placesOf.get(group)?.length ?? 0) / 12));
  for (;;) {
    const areaId = names[weightedIndex(weights, random.next())] ?? 'eastbank';
    const { category, titles } = random.pick(CONCERN_WORDS);
    const place = random.pick(placesOf.get(areaId) ?? []);
    const groups = strata[place.stratum]?.groups ?? [];
    if (NEVER_RAISED.some(([group, kind]) => groups.includes(group) && (kind === null || kind === category))) continue;
    const open = i < OPEN - toldAs('open') - toldAs('overdue');
    const overdue = i < OVERDUE - toldAs('overdue');
    const raised = open
      ? TODAY - (overdue ? 45 + random.int(50) : 1 + random.int(40))
      : FIRST + random.int(LAST_ANSWERED - FIRST);
    if (category === 'fireworks' && !/-0[567]-/.test(dateOf(raised))) continue;
    return {
      areaId,
      category,
      title: random.pick(titles),
      place,
      raised,
      status: overdue ? 'overdue' : open ? 'open' : 'answered',
      cluster: null,
    };
  }
}

function finished({ category, title, place, raised, status }: Draft, i: number, random: Random): MapConcern {
  const answered = Math.min(TODAY - 1, raised + 3 + Math.floor(-Math.log(1 - random.next()) * 19));
  return {
    concernId: `C-${String(i + 1).padStart(4, '0')}`,
    title,
    category,
    status,
    raisedOn: dateOf(raised),
    answeredOn: status === 'answered' ? dateOf(answered) : null,
    lon: Number(place.lon),
    lat: Number(place.lat),
  };
}

function weightedIndex(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0);
  return Math.max(
    0,
    weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    }),
  );
}
