import { area, booleanPointInPolygon, intersect, kinks } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { makeCity } from '#data/demo/city.ts';
import { lengthOf } from '#data/demo/curve.ts';
import { WITHOUT_GROUP } from '#data/demo/groups.ts';
import { toPosition } from '#data/demo/plane.ts';
import type { AreaFeature } from '#data/schema/area.ts';

const city = makeCity();
const { layers } = city.areas;

const plain = (feature: AreaFeature): Feature<Polygon | MultiPolygon> => ({
  type: 'Feature',
  properties: {},
  geometry: feature.geometry,
});
const groupCalled = (areaId: string): AreaFeature => {
  const group = layers.groups.features.find(({ id }) => id === areaId);
  if (!group) throw new Error(`no group ${areaId}`);
  return group;
};
const shared = (a: AreaFeature, b: AreaFeature): number => {
  const both = intersect({ type: 'FeatureCollection', features: [plain(a), plain(b)] });
  return both ? area(both) : 0;
};

test('the same seed makes the same city, another seed another', () => {
  const again = makeCity();
  expect(JSON.stringify(again.areas.layers)).toBe(JSON.stringify(layers));
  expect(JSON.stringify(again.segments)).toBe(JSON.stringify(city.segments));
  expect(JSON.stringify(makeCity(7).segments)).not.toBe(JSON.stringify(city.segments));
});

// Sizes: the table of the demo city in product.md section 6.
test('the city has the size that was promised', () => {
  const [outline] = layers.city.features;
  if (!outline) throw new Error('no city');
  expect(city.addresses.size).toBe(42_000);
  expect(outline.properties.residents).toBeGreaterThan(94_000);
  expect(outline.properties.residents).toBeLessThanOrEqual(95_000);
  expect(city.segments.length).toBeGreaterThan(5_800);
  expect(city.segments.length).toBeLessThan(7_200);
  const xs = city.terrain.cityLimit.map(([x]) => x);
  const ys = city.terrain.cityLimit.map(([, y]) => y);
  expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(10_500);
  expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(8_500);
});

test('it has the sites and areas that were promised', () => {
  const sites = (kind: string): number =>
    city.network.sites.filter((site) => site.kind === kind && site.rings.length > 0).length;
  expect(['park', 'school', 'mall', 'campus', 'hospital'].map(sites)).toEqual([14, 9, 3, 1, 1]);
  expect(
    ['districts', 'beats', 'zones', 'groups'].map(
      (name) => Object.entries(layers).find(([key]) => key === name)?.[1].features.length,
    ),
  ).toEqual([3, 12, 28, 24]);
  const kinds = layers.groups.features.map(({ properties }) => properties.groupKind);
  const count = (kind: string): number => kinds.filter((one) => one === kind).length;
  expect(['association', 'business', 'apartments', 'mobile-home-park', 'watch'].map(count)).toEqual([15, 4, 2, 1, 2]);
  expect(layers.groups.features.filter(({ properties }) => properties.radiusMeters !== null)).toHaveLength(2);
  expect(layers.formerGroups.features).toHaveLength(2);
});

test('every boundary is valid: no line crosses itself and nothing is empty', () => {
  const all = Object.values(layers).flatMap((layer) => layer.features);
  expect(all.length).toBe(1 + 3 + 12 + 28 + 24 + 2);
  for (const feature of all) {
    expect(kinks(plain(feature)).features, feature.id).toHaveLength(0);
    expect(area(plain(feature)), feature.id).toBeGreaterThan(10_000);
  }
});

test('groups overlap, lie within each other, come in parts and have holes, as planned', () => {
  const associations = layers.groups.features.filter(({ properties }) => properties.groupKind === 'association');
  const pairs = associations.flatMap((a, i) =>
    associations.slice(i + 1).flatMap((b) => (shared(a, b) > 1_000 ? [[a.id, b.id].sort().join(' + ')] : [])),
  );
  expect(pairs).toContain('canal-basin + the-strand');
  expect(pairs).toContain('linden-flats + upper-linden');
  expect(pairs).toContain('sexton-place + tannery-row');
  expect(pairs.length).toBeGreaterThanOrEqual(4);
  const inside = groupCalled('sexton-place');
  expect(shared(inside, groupCalled('tannery-row'))).toBeCloseTo(area(plain(inside)), -2);
  expect(groupCalled('quarry-hill').geometry.type).toBe('MultiPolygon');
  expect(groupCalled('cordery').geometry.coordinates.length).toBe(2);
  const beatsOf = (group: AreaFeature): number =>
    layers.beats.features.filter((beat) => shared(group, beat) > 1_000).length;
  expect(associations.filter((group) => beatsOf(group) > 1).length).toBeGreaterThanOrEqual(1);
});

test('two neighborhoods have no group', () => {
  expect(WITHOUT_GROUP).toHaveLength(2);
  for (const { center, name } of WITHOUT_GROUP) {
    const member = layers.groups.features.filter((group) => booleanPointInPolygon(toPosition(center), plain(group)));
    expect(member, name).toHaveLength(0);
  }
});

test('streets have names and hundred-blocks that rise along them', () => {
  const last = new Map<string, number>();
  for (const { street, hundred, line } of city.segments) {
    expect(street).not.toBe('');
    expect(lengthOf(line)).toBeGreaterThan(0);
    expect(hundred % 100).toBe(0);
    expect(hundred).toBeGreaterThan(last.get(street) ?? 0);
    last.set(street, hundred);
  }
  expect(last.has('Pell Street') && last.has('Linnet Avenue') && last.has('Tern Park Road')).toBe(true);
});
