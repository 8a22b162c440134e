import { characterAt } from './character.ts';
import type { DemoCity } from './city.ts';
import { at } from './curve.ts';
import { pointWithin, type Rings } from './outline.ts';
import { distance, type Point, toPosition } from './plane.ts';
import { quickTest } from './quick-test.ts';
import { randomOf } from './random.ts';
import type { SiteKind } from './sites.ts';

/** What draws a kind of call to a place. */
export type Pull = 'street' | 'home' | 'commerce' | 'downtown' | 'edge';
export const PULLS: readonly Pull[] = ['street', 'home', 'commerce', 'downtown', 'edge'];

export type Place = {
  point: Point;
  lon: string; // as the feed writes it
  lat: string;
  label: string; // the hundred block, the corner or the name of the ground
  beat: number;
  stratum: number;
  pulls: Record<Pull, number>;
};

/** Places that lie in the same groups; outside all groups, in the same beat. */
export type Stratum = { groups: string[]; places: number[] };

export type Places = { all: Place[]; strata: Stratum[]; headquarters: { lon: string; lat: string; label: string } };

type Draft = { point: Point; label: string; pulls: Record<Pull, number> };

const HEADQUARTERS: Point = [-420, 395];

/** Every place a call can be written down at: addresses, corners, lots and paths of parks and malls. */
export function findPlaces(city: DemoCity): Places {
  const drafts = [...homes(city), ...corners(city), ...venues(city)];
  const inBeat = city.areas.beats.map(({ rings }) => quickTest(rings));
  const inGroup = city.areas.groups.map(({ areaId, rings }) => ({ areaId, test: quickTest(rings) }));
  const strata: Stratum[] = [];
  const stratumOf = new Map<string, number>();
  const all = drafts.map((draft, i): Place => {
    // Boundaries are published to six decimals; places are put to the same test as readers will put them to.
    const [lon, lat] = toPosition(draft.point);
    const [x, y] = draft.point;
    const beat = inBeat.findIndex((test) => test(x, y));
    const groups = inGroup.filter(({ test }) => test(x, y)).map(({ areaId }) => areaId);
    const key = groups.length > 0 ? groups.join() : `beat ${beat}`;
    let stratum = stratumOf.get(key);
    if (stratum === undefined) {
      stratum = strata.length;
      stratumOf.set(key, stratum);
      strata.push({ groups, places: [] });
    }
    strata[stratum]?.places.push(i);
    return { ...draft, lon: lon.toFixed(6), lat: lat.toFixed(6), beat, stratum };
  });
  const [lon, lat] = toPosition(HEADQUARTERS);
  return { all, strata, headquarters: { lon: lon.toFixed(6), lat: lat.toFixed(6), label: 'POLICE HEADQUARTERS' } };
}

/** A few addresses call far more than the rest: shares by place, heavy-tailed, about 80 % of calls at 20 % of places. */
export function repeatWeights(city: DemoCity, places: Places): Record<Pull, Float64Array> {
  const random = randomOf(city.seed, 'repeat addresses');
  const own = places.all.map(() => random.normal());
  const weightsOf = (pull: Pull): Float64Array =>
    Float64Array.from(
      places.all,
      (place, i) => place.pulls[pull] * Math.exp(1.05 * (own[i] ?? 0) + 1.1 * random.normal()),
    );
  return {
    street: weightsOf('street'),
    home: weightsOf('home'),
    commerce: weightsOf('commerce'),
    downtown: weightsOf('downtown'),
    edge: weightsOf('edge'),
  };
}

const density = (point: Point): number => Math.max(0, Math.min(1, (characterAt(point).perKm - 42) / 62));

function homes({ addresses, segments }: DemoCity): Draft[] {
  const dense = segments.map((segment) => density(at(segment.line, 0)));
  return Array.from({ length: addresses.size }, (_, i): Draft => {
    const s = addresses.segment[i] ?? 0;
    const segment = segments[s];
    const d = dense[s] ?? 0;
    const through = segment?.class === 'arterial';
    return {
      point: [addresses.x[i] ?? 0, addresses.y[i] ?? 0],
      label: `${segment?.hundred ?? 0} BLK ${segment?.street.toUpperCase() ?? ''}`,
      pulls: {
        street: through ? 0.08 : 0.03,
        home: (0.6 + 0.7 * d) * (through ? 0.7 : 1),
        commerce: (0.3 + 1.4 * d) * (through ? 5 : 1),
        downtown: (0.4 + 1.3 * d) * (through ? 2 : 1),
        edge: (1.2 - 0.6 * d) * (through ? 0.6 : 1),
      },
    };
  });
}

function corners({ network, terrain }: DemoCity): Draft[] {
  const meeting = new Map<number, Set<number>>();
  for (const { a, b, tag } of network.graph.edges) {
    if (tag < 0) continue;
    for (const node of [a, b]) meeting.set(node, (meeting.get(node) ?? new Set()).add(tag));
  }
  const weight = { highway: 8, arterial: 8, collector: 3, local: 1 };
  return [...meeting].flatMap(([node, tags]): Draft[] => {
    const point = network.graph.nodes[node];
    const streets = [...tags].flatMap((tag) => network.streets[tag] ?? []);
    const [one, two] = streets.map(({ name }) => name.toUpperCase()).sort();
    if (!point || !one || !two || one === two || !terrain.inCity(point)) return [];
    const street = streets.reduce((sum, { class: streetClass }) => sum + weight[streetClass], 0);
    const d = density(point);
    const pulls = { street, home: 0.02, commerce: 0.05, downtown: 0.3 + 0.6 * d, edge: 0.3 };
    return [{ point, label: `${one} / ${two}`, pulls }];
  });
}

const VENUES: Record<SiteKind, { many: number; word: string; pulls: Record<Pull, number> }> = {
  park: { many: 3, word: 'LOT', pulls: { street: 1, home: 0, commerce: 1, downtown: 22, edge: 22 } },
  campus: { many: 10, word: 'HALL', pulls: { street: 2, home: 5, commerce: 12, downtown: 8, edge: 1 } },
  hospital: { many: 3, word: 'ENTRANCE', pulls: { street: 2, home: 10, commerce: 20, downtown: 20, edge: 1 } },
  school: { many: 2, word: 'BUILDING', pulls: { street: 2, home: 6, commerce: 8, downtown: 7, edge: 1 } },
  mall: { many: 9, word: 'STORE', pulls: { street: 3, home: 1, commerce: 240, downtown: 26, edge: 3 } },
  industrial: { many: 4, word: 'GATE', pulls: { street: 2, home: 1, commerce: 14, downtown: 5, edge: 25 } },
};

function venues({ network, seed }: DemoCity): Draft[] {
  const random = randomOf(seed, 'venues');
  return network.sites.flatMap(({ kind, name, rings }) => {
    const { many, word, pulls } = VENUES[kind];
    return Array.from({ length: many }, (_, i): Draft => {
      const label = `${name.toUpperCase()} ${word} ${i + 1}`;
      return { point: somewhereIn(rings, () => random.next()), label, pulls };
    });
  });
}

function somewhereIn(rings: Rings, next: () => number): Point {
  const outer = rings[0]?.[0] ?? [];
  const test = quickTest(rings);
  const middle = pointWithin(outer);
  const reach = Math.max(...outer.map((point) => distance(point, middle)));
  for (let tries = 0; tries < 40; tries++) {
    const point: Point = [middle[0] + (next() - 0.5) * 1.6 * reach, middle[1] + (next() - 0.5) * 1.6 * reach];
    if (test(point[0], point[1])) return point;
  }
  return middle;
}
