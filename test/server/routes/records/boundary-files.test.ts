import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { answerError } from '#server/routes/problem.ts';
import { boundaryRoutes } from '#server/routes/records/boundaries.ts';
import { squareAt } from '#test/fixture/group-town.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { actingAs, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const home = await homeFolder('boundary-files');
const desk = newRoutes();
desk.use(async (c, next) => {
  c.set('acting', actingAs('coordinator'));
  await next();
});
desk.onError((error, c) =>
  answerError(error, c, (cause) => {
    throw cause;
  }),
);
desk.route('/', boundaryRoutes(store, home));
const read = async (name: string, body: string | Uint8Array<ArrayBuffer>) => {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await desk.request(`/api/records/boundary-files?name=${name}`, { method: 'POST', body, headers });
  return { status: answer.status, json: await answer.json() };
};
const feature = (name: string, coordinates: unknown, type = 'Polygon') => ({
  ...{ type: 'Feature', properties: { name }, geometry: { type, coordinates } },
});
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const square = squareAt(-82.5, 35.5);
const bow = [square[0], square[2], square[1], square[3], square[0]];

test('a mended area and one left out are told by the names in the file', async () => {
  const { status, json } = await read(
    'areas.geojson',
    file(feature('North', [square]), feature('Bow', [bow]), feature('Main Street', square.slice(0, 2), 'LineString')),
  );
  expect(status).toBe(200);
  expect(json.features.map((each: { properties: { name: string } }) => each.properties.name)).toEqual(['North', 'Bow']);
  expect(json.notes).toEqual([
    expect.stringMatching(/^Bow: self-intersection/),
    'Feature 3 (Main Street) was left out: a LineString is not an area',
  ]);
});

test('a file that is refused names the feature to mend', async () => {
  const crooked = file(feature('North', [square]), feature('Crooked Lane', [[['east', 1], ...square]]));
  const { status, json } = await read('areas.geojson', crooked);
  expect(status).toBe(422);
  expect(JSON.stringify(json)).toContain('areas.geojson, feature 2 (Crooked Lane): a coordinate is not a number');
  const line = await read('line.geojson', file(feature('Main Street', square.slice(0, 2), 'LineString')));
  expect(JSON.stringify(line.json)).toContain('feature 1 (Main Street): a LineString is not an area');
});

test('KML, zipped too, is read; a zip without boundaries is refused by its name', async () => {
  const ring = square.map((at) => at.join(',')).join(' ');
  const kml = `<kml><Placemark><name>Hill</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;
  for (const [name, body] of [
    ['hill.kml', kml],
    ['hill.zip', zipSync({ 'doc.kml': new TextEncoder().encode(kml) })],
  ] as const) {
    const { json } = await read(name, body);
    expect(json).toMatchObject({ features: [{ properties: { name: 'Hill' } }], notes: [] });
  }
  const none = await read('none.zip', zipSync({ 'readme.txt': new Uint8Array(4) }));
  expect(none.status).toBe(422);
  expect(JSON.stringify(none.json)).toContain('none.zip: it holds no boundary file');
});
