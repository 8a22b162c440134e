import type { Feature, FeatureCollection } from 'geojson';
import { geometryOf } from './areas.ts';
import type { DemoCity } from './city.ts';
import { at, type Line, simplify } from './curve.ts';
import { GROUPS, WITHOUT_GROUP } from './groups.ts';
import { joinedStreets } from './joined-streets.ts';
import type { Rings } from './outline.ts';
import { cosine, type Point, sine, toPosition } from './plane.ts';

export const BASEMAP_LAYERS = ['land', 'park', 'landuse', 'water', 'rail', 'street', 'place'] as const;
export type BasemapLayer = (typeof BASEMAP_LAYERS)[number];

type Tags = Record<string, string>;

/** What the offline basemap shows, by layer; every feature that is labeled has a `name`. */
export function basemapFeatures(city: DemoCity): Record<BasemapLayer, FeatureCollection> {
  const { terrain, network } = city;
  const [left, right] = terrain.riverBanks;
  const bank = (line: Line): Point[] => simplify(line, 1);
  return {
    land: collection([area([[terrain.cityLimit]], { class: 'city', name: 'Ashel' })]),
    park: collection([
      ...network.greens.map((rings) => area(rings, { class: 'green' })),
      ...network.sites
        .filter(({ kind }) => kind === 'park')
        .map(({ rings, name }) => area(rings, { class: 'park', name })),
    ]),
    landuse: collection(
      network.sites
        .filter(({ kind }) => kind !== 'park')
        .map(({ rings, kind, name }) => area(rings, { class: kind, name })),
    ),
    water: collection([
      area([[[...bank(right), ...bank(left).reverse()]]], { class: 'river' }),
      way(bank(terrain.river), { class: 'river', name: 'Ashel River' }),
      way(bank(terrain.creek), { class: 'creek', name: 'Kiln Creek' }),
      ...PONDS.map(({ name, center, meters }) => area([[pond(center, meters)]], { class: 'pond', name })),
    ]),
    rail: collection([way(simplify(terrain.rail, 1), { class: 'rail', name: 'Ashel Valley Line' })]),
    street: collection([
      ...joinedStreets(network).map(({ line, name, class: streetClass }) => way(line, { class: streetClass, name })),
      way(simplify(terrain.interstate, 1), { class: 'highway', name: 'Piedmont Expressway' }),
    ]),
    place: collection([
      spot([-250, 250], { class: 'city', name: 'Ashel' }),
      ...GROUPS.filter(({ groupKind }) => groupKind === 'association').map((group, i) =>
        spot(middleOf(city.areas.groups[i]?.rings ?? []), { class: 'neighborhood', name: group.name }),
      ),
      ...WITHOUT_GROUP.map(({ name, center }) => spot(center, { class: 'neighborhood', name })),
      ...HAMLETS.map(({ name, center }) => spot(center, { class: 'hamlet', name })),
    ]),
  };
}

const PONDS = [
  { name: 'Cordery Pond', center: [3790, 660], meters: 85 },
  { name: 'Mill Pond', center: [-4080, 1560], meters: 95 },
  { name: 'Fallow Pond', center: [1480, -2480], meters: 110 },
] as const;

const HAMLETS = [
  { name: 'Stonewall', center: [-6300, -4400] },
  { name: 'Upper Ferry', center: [-2300, 5300] },
  { name: 'Barrow', center: [5600, -3500] },
  { name: 'Pinnacle', center: [4200, 3900] },
  { name: 'Landing', center: [2600, -5200] },
] as const;

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

function area(rings: Rings, properties: Tags): Feature {
  return { type: 'Feature', properties, geometry: geometryOf(rings) };
}

function way(line: Line, properties: Tags): Feature {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: line.map(toPosition) } };
}

function spot(place: Point, properties: Tags): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: toPosition(place) } };
}

function pond([x, y]: Point, meters: number): Point[] {
  return Array.from({ length: 40 }, (_, i): Point => {
    const angle = (i / 40) * 2 * Math.PI;
    const reach = meters * (1 + 0.22 * sine(2 * angle + 1) + 0.1 * sine(5 * angle));
    return [x + reach * 1.25 * cosine(angle), y + reach * 0.8 * sine(angle)];
  });
}

function middleOf(rings: Rings): Point {
  const outer = rings[0]?.[0] ?? [[0, 0] as const];
  const xs = outer.map((point) => point[0]);
  const ys = outer.map((point) => point[1]);
  const half = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return at([[half(xs), half(ys)]], 0);
}
