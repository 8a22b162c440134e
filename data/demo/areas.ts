import type { AreaFeature, AreaGeometry, AreaKind, AreaLayer, Position } from '#data/schema/area.ts';
import type { AddressBook } from './address-book.ts';
import { at, inRing, offset, smooth } from './curve.ts';
import { FORMER_GROUPS, GROUPS, type GroupSketch } from './groups.ts';
import { type LandUnits, partition, unitsOf } from './land-units.ts';
import { ROADS } from './layout.ts';
import type { Network } from './network.ts';
import { areaOf, type Rings } from './outline.ts';
import { cosine, distance, type Point, sine, toPosition } from './plane.ts';
import { quickTest } from './quick-test.ts';
import type { Terrain } from './terrain.ts';

export type DemoLayers = {
  city: AreaLayer;
  districts: AreaLayer;
  beats: AreaLayer;
  zones: AreaLayer;
  groups: AreaLayer;
  /** Boundaries that groups had before, oldest first; never part of `groups`. */
  formerGroups: AreaLayer;
};

/** Every boundary in the plane, as calls and concerns are placed by it. */
export type Ground = { areaId: string; rings: Rings };

export type Areas = { layers: DemoLayers; groups: Ground[]; beats: Ground[] };

/** All areas of the city, cut along its streets, with the people and addresses they hold. */
export function drawAreas(network: Network, terrain: Terrain, book: AddressBook): Areas {
  const units = unitsOf(network, terrain, 'through-roads');
  const zoneOf = partition(units, 28);
  const zones = groupedBy(zoneOf);
  const beatOfZone = partition(dualOf(units, zoneOf, 28), 12);
  const beats = groupedBy(zoneOf.map((zone) => beatOfZone[zone] ?? 0));
  const districtOfBeat = partition(
    dualOf(
      units,
      zoneOf.map((zone) => beatOfZone[zone] ?? 0),
      12,
    ),
    3,
  );
  const districts = groupedBy(zoneOf.map((zone) => districtOfBeat[beatOfZone[zone] ?? 0] ?? 0));

  const feature = featureMaker(book);
  const layer = (kind: AreaKind, name: string, parts: number[][]): AreaLayer => ({
    type: 'FeatureCollection',
    features: parts.map((part, i) =>
      feature({ areaId: `${kind}-${i + 1}`, name: `${name} ${i + 1}`, kind }, units.outline(part)),
    ),
  });
  const draw = groupGround(network, terrain, units);
  const groupFeature = (sketch: GroupSketch): AreaFeature => feature({ ...sketch, kind: 'group' }, draw(sketch));
  return {
    layers: {
      city: {
        type: 'FeatureCollection',
        features: [feature({ areaId: 'city', name: 'Ashel', kind: 'city' }, [[terrain.cityLimit]])],
      },
      districts: layer('district', 'District', districts),
      beats: layer('beat', 'Beat', beats),
      zones: layer('zone', 'Zone', zones),
      groups: { type: 'FeatureCollection', features: GROUPS.map(groupFeature) },
      formerGroups: { type: 'FeatureCollection', features: FORMER_GROUPS.map(groupFeature) },
    },
    groups: GROUPS.map((sketch) => ({ areaId: sketch.areaId, rings: draw(sketch) })),
    beats: beats.map((part, i) => ({ areaId: `beat-${i + 1}`, rings: units.outline(part) })),
  };
}

function groupedBy(ownerOf: readonly number[]): number[][] {
  const parts: number[][] = [];
  ownerOf.forEach((owner, unit) => {
    if (owner < 0) return;
    parts[owner] ??= [];
    parts[owner]?.push(unit);
  });
  return parts;
}

/** Zones as units of their own, so that beats can be made of whole zones. */
function dualOf(units: LandUnits, ownerOf: readonly number[], count: number): Omit<LandUnits, 'outline'> {
  const middles: Point[] = [];
  const neighbors: Set<number>[] = [];
  for (let part = 0; part < count; part++) {
    const members = ownerOf.flatMap((owner, unit) => (owner === part && !units.water[unit] ? [unit] : []));
    const sum = members.reduce<Point>(
      ([x, y], u) => [x + (units.middles[u]?.[0] ?? 0), y + (units.middles[u]?.[1] ?? 0)],
      [0, 0],
    );
    middles.push([sum[0] / (members.length || 1), sum[1] / (members.length || 1)]);
    neighbors.push(new Set());
  }
  ownerOf.forEach((owner, unit) => {
    for (const other of units.neighbors[unit] ?? []) {
      const there = ownerOf[other] ?? -1;
      if (there >= 0 && owner >= 0 && there !== owner) neighbors[owner]?.add(there);
    }
  });
  return {
    middles,
    areas: middles.map(() => Number.POSITIVE_INFINITY),
    water: middles.map(() => false),
    neighbors: neighbors.map((set) => [...set].sort((a, b) => a - b)),
  };
}

function groupGround(network: Network, terrain: Terrain, units: LandUnits): (sketch: GroupSketch) => Rings {
  const blocks = unitsOf(network, terrain, 'blocks');
  const unitTests = units.middles.map((_, unit) => quickTest(units.outline([unit])));
  const unitOfBlock = blocks.middles.map((middle) => unitTests.findIndex((inside) => inside(middle[0], middle[1])));
  return ({ ground }) => {
    if (ground.by === 'radius') return [[circle(ground.center, ground.meters)]];
    if (ground.by === 'corridor') return [[corridor(ground.street, ground.from, ground.to, ground.meters)]];
    if (ground.by === 'blocks') {
      return blocks.outline(
        numbered(blocks.middles, (middle, b) => !blocks.water[b] && distance(middle, ground.center) < ground.meters),
      );
    }
    const chosen = new Set(
      numbered(units.middles, (middle, u) => !units.water[u] && ground.within.some((ring) => inRing(middle, ring))),
    );
    const { except } = ground;
    return blocks.outline(
      numbered(
        blocks.middles,
        (middle, b) => chosen.has(unitOfBlock[b] ?? -1) && !(except && distance(middle, except.center) < except.meters),
      ),
    );
  };
}

function numbered<T>(list: readonly T[], keep: (item: T, index: number) => boolean): number[] {
  return list.flatMap((item, i) => (keep(item, i) ? [i] : []));
}

function circle(center: Point, meters: number): Point[] {
  return Array.from({ length: 64 }, (_, i): Point => {
    const angle = (i / 64) * 2 * Math.PI;
    return [center[0] + meters * cosine(angle), center[1] + meters * sine(angle)];
  });
}

/** So many meters to either side of a street, round at the ends. */
function corridor(street: string, from: Point, to: Point, meters: number): Point[] {
  const road = ROADS.find(({ name }) => name === street);
  if (!road) throw new RangeError(`no road is called ${street}`);
  const line = smooth(road.through, 40);
  const nearest = (place: Point): number =>
    line.reduce((best, point, i) => (distance(point, place) < distance(at(line, best), place) ? i : best), 0);
  const piece = line.slice(nearest(from), nearest(to) + 1);
  const cap = (center: Point, before: Point): Point[] => {
    const length = distance(center, before) || 1;
    const [dx, dy] = [(center[0] - before[0]) / length, (center[1] - before[1]) / length];
    return Array.from({ length: 11 }, (_, i): Point => {
      const angle = -Math.PI / 2 + ((i + 1) / 12) * Math.PI;
      const [c, s] = [cosine(angle) * meters, sine(angle) * meters];
      return [center[0] + dx * c - dy * s, center[1] + dy * c + dx * s];
    });
  };
  return [
    ...offset(piece, () => -meters),
    ...cap(at(piece, -1), at(piece, -2)),
    ...offset(piece, () => meters).reverse(),
    ...cap(at(piece, 0), at(piece, 1)),
  ];
}

type Described = Pick<AreaFeature['properties'], 'areaId' | 'name' | 'kind'> & Partial<GroupSketch>;

function featureMaker(book: AddressBook): (described: Described, rings: Rings) => AreaFeature {
  return ({ areaId, name, kind, groupKind, validFrom, ground }, rings) => {
    const { addresses, residents } = book.within(rings);
    const asPoint = ground?.by === 'radius' ? ground : undefined;
    return {
      type: 'Feature',
      id: areaId,
      properties: {
        areaId,
        name,
        kind,
        groupKind: groupKind ?? null,
        residents,
        addresses,
        validFrom: validFrom ?? null,
        center: asPoint ? toPosition(asPoint.center) : null,
        radiusMeters: asPoint ? asPoint.meters : null,
      },
      geometry: geometryOf(rings),
    };
  };
}

export function geometryOf(rings: Rings): AreaGeometry {
  const polygons = [...rings]
    .sort((a, b) => areaOf([b]) - areaOf([a]))
    .map((polygon) => polygon.map((ring): Position[] => [...ring, at(ring, 0)].map(toPosition)));
  const [only] = polygons;
  if (only && polygons.length === 1) return { type: 'Polygon', coordinates: only };
  return { type: 'MultiPolygon', coordinates: polygons };
}
