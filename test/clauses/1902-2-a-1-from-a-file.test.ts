import { expect, test } from 'vitest';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaFeature, AreaLayer } from '#data/schema/area.ts';
import { square } from '#test/fixture/box.ts';
import { aGroup, coordinator, officer, openGroupTown, squareAt } from '#test/fixture/group-town.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

const { ask } = await openGroupTown(await freshStore());
const hole = squareAt(-82.397, 35.503, 0.002).toReversed();
const GROUNDS = {
  whole: square(-82.5, 35.5, 0.01),
  overlapping: square(-82.495, 35.5, 0.01),
  holed: { type: 'Polygon', coordinates: [squareAt(-82.4, 35.5), hole] },
  parted: { type: 'MultiPolygon', coordinates: [[squareAt(-82.3, 35.5)], [squareAt(-82.28, 35.5)]] },
  round: { type: 'Point', coordinates: [-82.2, 35.5] },
};
const CALLS: [lon: number, lat: number, groups: string[]][] = [
  [-82.498, 35.505, ['whole']],
  [-82.493, 35.505, ['overlapping', 'whole']], // on shared ground
  [-82.487, 35.505, ['overlapping']],
  [-82.399, 35.505, ['holed']],
  [-82.396, 35.504, []], // in the hole
  [-82.295, 35.505, ['parted']],
  [-82.285, 35.505, []], // between the parts
  [-82.275, 35.505, ['parted']],
  [-82.2, 35.502, ['round']], // some 220 meters from the point
  [-82.2, 35.504, []], // some 440
];

test('1902.2 A.1: one GeoJSON of overlapping, holed, multi-part and point-only groups is read, kept, drawn and joined with calls', async () => {
  const features = Object.entries(GROUNDS).map(([name, geometry]) => ({
    ...{ type: 'Feature', geometry, properties: { name, ...(name === 'round' ? { radius_m: 300 } : {}) } },
  }));
  const file = { type: 'FeatureCollection', features };
  const read = await ask(officer, 'POST', '/api/records/boundary-files?name=groups.geojson', file);
  expect(read.json.notes).toEqual([]);
  const taken: AreaFeature[] = read.json.features;
  expect(taken.map(({ properties }) => properties.name)).toEqual(Object.keys(GROUNDS));
  for (const { geometry, properties } of taken) {
    await ask(coordinator, 'POST', '/api/records/groups', aGroup(properties.name));
    const begun = { geometry, validFrom: '2026-01-01', reason: 'From the city’s file', revision: 1 };
    const path = `/api/records/groups/${properties.name}/boundaries`;
    expect((await ask(officer, 'POST', path, begun)).status, properties.name).toBe(201);
  }

  const drawn: AreaLayer = (await ask(officer, 'GET', '/api/groups/boundaries?on=2026-06-01')).json;
  expect(drawn.features.map(({ id }) => id).sort()).toEqual(Object.keys(GROUNDS).sort());
  for (const { id, geometry } of drawn.features)
    expect(geometry, id).toEqual(taken.find(({ properties }) => properties.name === id)?.geometry);

  const [lon, lat] = [CALLS.map(([at]) => at), CALLS.map(([, at]) => at)];
  const joined = CALLS.map((): string[] => []);
  for (const { id, geometry } of drawn.features) {
    const { setOf } = placePoints(buildPlaceIndex([geometry]), Float64Array.from(lon), Float64Array.from(lat));
    for (const [at, set] of setOf.entries()) if (set !== 0) joined[at]?.push(id);
  }
  expect(joined.map((groups) => groups.sort())).toEqual(CALLS.map(([, , groups]) => groups));
});
