import type { CategoryCode } from '#data/codes/categories.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { CallPlan } from './call-plan.ts';
import { dateOf, dayOf } from './call-rhythm.ts';
import { DEMO_CUTOFF, type DemoCity } from './city.ts';
import { CONCERN_WORDS } from './concern-words.ts';
import type { Place, Stratum } from './places.ts';
import { type Random, randomOf } from './random.ts';

export const CONCERNS = 420;
const OPEN = 31; // open or overdue on the demo's morning
const OVERDUE = 9;
const FIRST = dayOf('2024-06-20');
const TODAY = dayOf(DEMO_CUTOFF);

// Where residents speak up: many words and few calls in College Green, none from the traders of Foundry Street.
const LOUDNESS: Record<string, number> = { 'college-green': 60, 'juniper-rise': 26, cordery: 24 };

/** What the story says nobody raised; null: nothing at all was. */
const NEVER_RAISED: readonly (readonly [areaId: string, category: CategoryCode | null])[] = [
  ['foundry-street', null],
  ['pell-street-merchants', 'disturbance'],
  ['harrow-meadow', 'noise'],
];

type Told = {
  areaId: string;
  category: CategoryCode;
  title: string;
  raisedOn: string;
  status: 'open' | 'overdue';
  near?: string;
};

/** Concerns that belong to what was planted; the numbers are those of the spike page. */
const TOLD: readonly Told[] = [
  {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    title: 'Car windows broken by the Tern Park lot',
    raisedOn: '2026-10-19',
    status: 'overdue',
    near: 'TERN PARK LOT 1',
  },
  {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    title: 'Groups trying car doors on Linnet Avenue',
    raisedOn: '2026-12-08',
    status: 'open',
    near: 'BLK LINNET AVENUE',
  },
  {
    areaId: 'cordery',
    category: 'dumping',
    title: 'Mattresses left at the end of Tanager Road again',
    raisedOn: '2026-11-16',
    status: 'open',
    near: 'BLK TANAGER ROAD',
  },
  {
    areaId: 'millrace',
    category: 'suspicious',
    title: 'Someone looking into porches after dark',
    raisedOn: '2026-11-30',
    status: 'open',
  },
  ...['2026-10-12', '2026-11-09', '2026-12-07'].map(
    (raisedOn, i): Told => ({
      areaId: 'juniper-rise',
      category: 'traffic-hazard',
      title:
        ['Blind bend on the hill road needs a mirror', 'Gravel washed over the bend', 'No light at the hill crossing'][
          i
        ] ?? '',
      raisedOn,
      status: i === 0 ? 'overdue' : 'open',
    }),
  ),
];

/** About 420 concerns of 30 months, in residents' words, each somewhere in its group. */
export function makeConcerns(city: DemoCity, plan: CallPlan): MapConcern[] {
  const random = randomOf(city.seed, 'concerns');
  const { strata, all } = plan.places;
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
  const drafts: Draft[] = TOLD.map((told) => {
    const places = placesOf.get(told.areaId) ?? [];
    const near = places.filter(({ label }) => told.near !== undefined && label.includes(told.near));
    const place = random.pick(near.length > 0 ? near : places);
    return { ...told, place, raised: dayOf(told.raisedOn) };
  });
  const told = drafts.length;
  for (let i = 0; i < CONCERNS - told; i++) drafts.push(draftOf(i, placesOf, strata, random));
  drafts.sort((a, b) => a.raised - b.raised);
  return drafts.map((draft, i) => finished(draft, i, random));
}

type Draft = {
  areaId: string;
  category: CategoryCode;
  title: string;
  place: Place;
  raised: number;
  status: 'open' | 'overdue' | 'answered';
};

function draftOf(i: number, placesOf: ReadonlyMap<string, Place[]>, strata: readonly Stratum[], random: Random): Draft {
  const names = [...placesOf.keys()].sort();
  const weights = names.map((group) => LOUDNESS[group] ?? Math.sqrt((placesOf.get(group)?.length ?? 0) / 12));
  for (;;) {
    const areaId = names[weightedIndex(weights, random.next())] ?? 'eastbank';
    const { category, titles } = random.pick(CONCERN_WORDS);
    const place = random.pick(placesOf.get(areaId) ?? []);
    const groups = strata[place.stratum]?.groups ?? [];
    if (NEVER_RAISED.some(([group, kind]) => groups.includes(group) && (kind === null || kind === category))) continue;
    const open = i < OPEN - TOLD.length;
    const overdue = i < OVERDUE - TOLD.filter(({ status }) => status === 'overdue').length;
    return {
      areaId,
      category,
      title: random.pick(titles),
      place,
      raised: open
        ? TODAY - (overdue ? 45 + random.int(50) : 1 + random.int(40))
        : FIRST + random.int(TODAY - FIRST - 30),
      status: overdue ? 'overdue' : open ? 'open' : 'answered',
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
