import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { areasAt } from '#test/analysis/place/areas-at.ts';
import { fileOf, geojson, polygon, square } from './area-files.ts';

const group = { kind: 'group' } as const;
const read = (text: string, options = {}) => readAreas(fileOf('groups.geojson', text), { ...group, ...options });
const covers = (geometry: AreaGeometry | undefined, at: Position) =>
  geometry !== undefined && areasAt([geometry], [at])[0]?.length === 1;

test('ids come from the feature, else a usual property, else the order; the report says which', async () => {
  const geometry = polygon(square(0, 0, 1));
  const own = await read(geojson([{ id: 7, geometry, properties: { OBJECTID: 1, Name: 'Oak Park' } }]));
  expect([own.layer.features[0]?.id, own.layer.features[0]?.properties.name]).toEqual(['7', 'Oak Park']);
  const property = await read(geojson([{ geometry, properties: { OBJECTID: 12 } }]));
  expect(property.layer.features[0]?.id).toBe('12');
  expect(property.report.notes).toContain('area ids: property "OBJECTID"');
  const numbered = await read(geojson([{ geometry, properties: { zone: 'x' } }]));
  expect(numbered.report.notes).toContain('area ids: numbered in the order of the file');
  await expect(read(geojson([{ geometry, properties: { zone: 'x' } }]), { areaId: 'Beat' })).rejects.toThrow(
    'there are: zone',
  );
});

// The properties of Arlington's districts, Chicago's and Asheville's beats.
test('a name is found where it is usual, else where every area says another word, else where a kind of area is named', async () => {
  const named = async (...properties: object[]) => {
    const features = properties.map((each, i) => ({ geometry: polygon(square(2 * i, 0, 1)), properties: each }));
    const { layer, report } = await read(geojson(features));
    return [layer.features.map((each) => each.properties.name).join(), report.notes.at(-1)];
  };
  expect(
    await named(
      { OBJECTID: 1, DISTRICTID: 3, DISTRICTDE: 'Robert Rivera', made: '2013-02-02 23:59' },
      { OBJECTID: 2, DISTRICTID: -1, DISTRICTDE: 'Pantego', made: '2013-02-03 23:59' },
    ),
  ).toEqual(['Robert Rivera,Pantego', 'area names: property "DISTRICTDE"']);
  expect(await named({ District: '1713' }, { District: '3100' }, { District: '3100' })).toEqual([
    '1713,3100,3100',
    'area names: property "District"; 1 name repeats: give the property as --area-id too, and its areas are one',
  ]);
  expect(await named({ objectid: 5, beat: 'AA3', Name: 'North' }, { objectid: 6, beat: 'AA2', Name: '' })).toEqual([
    'North,6',
    'area names: property "Name"',
  ]);
});

test('nested collections become one area, lines and empty features are rejected with the reason', async () => {
  const nested = {
    type: 'GeometryCollection',
    geometries: [polygon(square(0, 0, 1)), { type: 'GeometryCollection', geometries: [polygon(square(3, 0, 1))] }],
  };
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  const { layer, report } = await read(geojson([{ geometry: nested }, { geometry: line }, { geometry: null }]));
  expect(layer.features.map(({ geometry }) => geometry.type)).toEqual(['MultiPolygon']);
  expect(report.rejected.map(({ feature, reason }) => [feature, reason])).toEqual([
    [2, 'a LineString is not an area'],
    [3, 'it has no shape'],
  ]);
  expect(report.read).toBe(report.accepted + report.rejected.length + report.merged);
});

test('heights are dropped, open rings closed and said, winding put right', async () => {
  const clockwise = [
    [0, 0, 12],
    [0, 2, 12],
    [2, 2, 12],
    [2, 0, 12],
  ];
  const hole = [
    [0.5, 0.5],
    [1.5, 0.5],
    [1.5, 1.5],
    [0.5, 1.5],
    [0.5, 0.5],
  ];
  const { layer, report } = await read(geojson([{ id: 'a', geometry: polygon(clockwise, hole) }]));
  expect(layer.features[0]?.geometry.coordinates).toEqual([
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
    [
      [0.5, 0.5],
      [0.5, 1.5],
      [1.5, 1.5],
      [1.5, 0.5],
      [0.5, 0.5],
    ],
  ]);
  expect(report.repaired).toEqual([{ areaId: 'a', what: 'an open ring was closed' }]);
});

test('features of one id are parts of one area', async () => {
  const { layer, report } = await read(
    geojson([
      { id: 'a', geometry: polygon(square(0, 0, 1)) },
      { id: 'b', geometry: polygon(square(5, 5, 1)) },
      { id: 'a', geometry: polygon(square(2, 0, 1)) },
    ]),
  );
  expect(layer.features.map(({ id, geometry }) => [id, geometry.type])).toEqual([
    ['a', 'MultiPolygon'],
    ['b', 'Polygon'],
  ]);
  expect(report.notes).toContain('features 1, 3 share the id "a": one area');
});

test('a bow-tie keeps both lobes, a pentagram loses its middle, a spike vanishes', async () => {
  const tie: Position[] = [
    [0, 0],
    [4, 4],
    [4, 0],
    [0, 4],
    [0, 0],
  ];
  const star = [0, 2, 4, 1, 3, 0].map(
    (k): Position => [Math.sin((2 * Math.PI * k) / 5), Math.cos((2 * Math.PI * k) / 5)],
  );
  const spike: Position[] = [
    [0, 0],
    [4, 0],
    [4, 2],
    [9, 2],
    [4, 2],
    [4, 4],
    [0, 4],
    [0, 0],
  ];
  const { layer, report } = await read(
    geojson([tie, star, spike].map((ring, i) => ({ id: i, geometry: polygon(ring) }))),
  );
  const [a, b, c] = layer.features.map(({ geometry }) => geometry);
  expect([covers(a, [1, 2]), covers(a, [3, 2]), covers(a, [2, 1])]).toEqual([true, true, false]);
  expect([covers(b, [0, 0.9]), covers(b, [0, 0])]).toEqual([true, false]);
  expect([covers(c, [2, 2]), covers(c, [7, 2])]).toEqual([true, false]);
  expect(report.repaired.map(({ areaId }) => areaId)).toEqual(['0', '1', '2']);
});

test('a point with a radius becomes a circle that keeps its center, in meters or feet', async () => {
  const point = { type: 'Point', coordinates: [-82.55, 35.59] };
  const { layer } = await read(
    geojson([
      { id: 'm', geometry: point, properties: { radius: '300' } },
      { id: 'f', geometry: point, properties: { radius_ft: 1000 } },
    ]),
  );
  const [meters, feet] = layer.features;
  expect(meters?.properties).toMatchObject({ center: [-82.55, 35.59], radiusMeters: 300 });
  expect(feet?.properties.radiusMeters).toBeCloseTo(304.8, 6);
  // One degree of latitude is 111,195 m on Turf's sphere (radius 6,371,008.8 m): 299 m and 301 m north.
  expect([
    covers(meters?.geometry, [-82.55, 35.59 + 299 / 111195]),
    covers(meters?.geometry, [-82.55, 35.59 + 301 / 111195]),
  ]).toEqual([true, false]);
});

test('an area across the antimeridian is split there', async () => {
  const across = [
    [179, -18],
    [-179, -18],
    [-179, -16],
    [179, -16],
    [179, -18],
  ];
  const { layer, report } = await read(geojson([{ id: 'fiji', geometry: polygon(across) }]));
  const geometry = layer.features[0]?.geometry;
  expect(
    [
      [179.5, -17],
      [-179.5, -17],
      [0, -17],
      [-178.5, -17],
    ].map((at) => covers(geometry, [at[0] ?? 0, at[1] ?? 0])),
  ).toEqual([true, true, false, false]);
  expect(report.repaired).toEqual([{ areaId: 'fiji', what: 'split at the antimeridian' }]);
});

test('state plane feet become degrees, and without a system they are refused', async () => {
  // cs2cs EPSG:4269 EPSG:2264 (PROJ 9.1.1) of 35.5951 N, 82.5514 W, Pack Square in Asheville: 944450.12 690399.35.
  const ring = square(944450, 690399, 1); // a foot wide
  const crs = { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2264' } } };
  const { layer } = await read(geojson([{ geometry: polygon(ring) }], crs));
  expect(covers(layer.features[0]?.geometry, [-82.5514, 35.5951])).toBe(true);
  await expect(read(geojson([{ geometry: polygon(ring) }]))).rejects.toThrow(
    'groups.geojson: 944450, 690399 is not a longitude and latitude',
  );
  await expect(
    read(geojson([{ geometry: polygon(ring) }], { crs: { type: 'name', properties: { name: 'EPSG:99999' } } })),
  ).rejects.toThrow('EPSG:99999');
});

test('latitude before longitude is noticed and put right', async () => {
  const swapped = square(-82.6, 35.5, 0.1).map(([x, y]) => [y, x]);
  const { layer, report } = await read(geojson([{ geometry: polygon(swapped) }]));
  expect(covers(layer.features[0]?.geometry, [-82.55, 35.55])).toBe(true);
  expect(report.notes).toContain('latitude stood before longitude: the two were swapped');
});

test('NaN is refused at its line and column, a coordinate of text by its feature', async () => {
  const text =
    '{"type":"FeatureCollection",\n"features":[{"type":"Feature","properties":{},\n"geometry":{"type":"Polygon","coordinates":[[[0,0],[NaN,1],[1,1],[0,0]]]}}]}';
  await expect(read(text)).rejects.toThrow('groups.geojson, line 3, column 53: NaN is not a number that JSON knows');
  await expect(
    read(
      geojson([
        {
          id: 'x',
          geometry: polygon([
            [0, 0],
            ['1', 1],
            [1, 1],
            [0, 0],
          ]),
        },
      ]),
    ),
  ).rejects.toThrow('feature 1 (x): a coordinate is not a number');
  await expect(
    read(
      geojson([
        {
          id: 'x',
          geometry: {
            type: 'Polygon',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      ]),
    ),
  ).rejects.toThrow('feature 1 (x)');
});

test('what holds no area is refused: cut off, another format, only points, a flat ring', async () => {
  await expect(read('{"type":"FeatureCollection","features":[')).rejects.toThrow('this is not whole JSON');
  await expect(read('[1,2]')).rejects.toThrow('this is not a GeoJSON object');
  await expect(read(geojson([{ geometry: { type: 'Point', coordinates: [0, 0] } }]))).rejects.toThrow(
    'a Point is not an area',
  );
  await expect(
    read(
      geojson([
        {
          geometry: polygon([
            [0, 0],
            [1, 1],
            [2, 2],
            [0, 0],
          ]),
        },
      ]),
    ),
  ).rejects.toThrow('its rings enclose no area');
  await expect(readAreas(fileOf('x.bin', Uint8Array.of(255, 254, 0, 1)), group)).rejects.toThrow('neither GeoJSON');
  await expect(readAreas('/nowhere/x.geojson', group)).rejects.toThrow('there is no such file');
});

test('a polygon of a million vertices is read', async () => {
  const ring = Array.from({ length: 1e6 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / 1e6;
    return [-82 + Math.cos(angle) * (1 + 0.1 * Math.sin(50 * angle)), 35 + Math.sin(angle)];
  });
  const { layer } = await read(geojson([{ geometry: polygon([...ring, ...ring.slice(0, 1)]) }]));
  expect(layer.features[0]?.geometry.coordinates[0]).toHaveLength(1e6 + 1);
});

test('KML areas carry their name and extended data', async () => {
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="g1"><name>Oak Park</name>
    <ExtendedData><Data name="code"><value>OP</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing>
    <coordinates>-82,35,0 -81,35,0 -81,36,0 -82,36,0 -82,35,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`;
  const plain = await readAreas(fileOf('a.kml', kml), { ...group, areaId: 'code' });
  expect(plain.layer.features.map(({ id, properties }) => [id, properties.name])).toEqual([['OP', 'Oak Park']]);
  const kmz = await readAreas(fileOf('a.kmz', zipSync({ 'doc.kml': new TextEncoder().encode(kml) })), group);
  expect(kmz.layer.features[0]?.geometry).toEqual(plain.layer.features[0]?.geometry);
  await expect(readAreas(fileOf('b.kml', kml.slice(0, 200)), group)).rejects.toThrow('this is not whole KML');
});

test('a zip that unfolds without end is refused before memory does', async () => {
  const bomb = zipSync({ 'areas.geojson': new Uint8Array(64 << 20) }, { level: 9 });
  expect(bomb.length).toBeLessThan(1 << 17);
  await expect(readAreas(fileOf('bomb.zip', bomb), group)).rejects.toThrow('unzipped it is larger than');
  await expect(readAreas(fileOf('cut.zip', bomb.slice(0, 500)), group)).rejects.toThrow('cannot be read');
});
