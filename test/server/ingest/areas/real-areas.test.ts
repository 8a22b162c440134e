import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildPlaceIndex, countByArea, countRecords, placePoints } from '#analysis/place/place.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { readPlainCalls } from '#server/ingest/plain-calls.ts';
import { sharedData } from '#test/fixture/shared-data.ts';
import { fileOf } from './area-files.ts';

const beats = sharedData('asheville/law_beats.geojson');
const beatShapes = sharedData('asheville/law_beats_shapefile');
const zips = sharedData('asheville/zip_areas.geojson');
const nhoods = sharedData('chicago/chicagoNhoods.geojson.gz');
const chicagoBeats = sharedData('chicago/policeBeats.geojson.gz');
const reporting = sharedData('carrollton-tx-streets/reporting_areas.geojson');
const ashevilleCalls = sharedData('asheville/apd_911_filtered_2017_2021_located.csv.gz');
const assaults = sharedData('chicago/aggravated_assaults_2010_2019.csv.gz');
const districts = sharedData('arlington-tx/council_districts.geojson');
const burglaries = sharedData('arlington-tx/arlington.csv');
const yorkshire = sharedData('south-yorkshire-uk/2019-01-south-yorkshire-street.csv.gz');

// Counts by GEOS 3.11.1; see test/fixture/place/README.md.
type Witness = { counts: Record<string, number>; records: Record<string, number> };
const witnesses: Record<string, Witness> = JSON.parse(
  readFileSync(new URL('../../../fixture/place/real-counts.json', import.meta.url), 'utf8'),
);

const rounded = ({ features }: AreaLayer) =>
  JSON.parse(JSON.stringify(features), (_, value) => (typeof value === 'number' ? Number(value.toFixed(7)) : value));

async function counted(callsPath: string, lon: string, lat: string, areas: AreaLayer): Promise<Witness> {
  const calls = await readPlainCalls(callsPath, { lon, lat });
  const placed = placePoints(buildPlaceIndex(areas.features.map(({ geometry }) => geometry)), calls.lon, calls.lat);
  const { calls: counts } = countByArea(placed, areas.features.length);
  const placement = Uint8Array.from(calls.lon, (x) => (Number.isNaN(x) ? 1 : 0));
  const { quarantined: _, ...records } = countRecords(placed, placement);
  return { counts: Object.fromEntries(areas.features.map(({ id }, i) => [id, counts[i] ?? 0])), records };
}

test.skipIf(!beats || !beatShapes)(
  'Asheville beats are the same from GeoJSON, a zipped shapefile and its folder',
  async () => {
    const options = { kind: 'beat', areaId: 'beat' } as const;
    const fromJson = await readAreas(beats ?? '', options);
    const members = readdirSync(beatShapes ?? '').map((name) => [name, readFileSync(join(beatShapes ?? '', name))]);
    const fromZip = await readAreas(fileOf('beats.zip', zipSync(Object.fromEntries(members))), options);
    const fromFolder = await readAreas(beatShapes ?? '', options);
    expect(fromJson.layer.features).toHaveLength(16);
    expect(fromJson.report.repaired).toEqual([]);
    expect(rounded(fromZip.layer)).toEqual(rounded(fromJson.layer));
    expect(fromFolder.layer).toEqual(fromZip.layer);
  },
);

// Which areas are invalid: GEOS, as the SOURCE.md of each file says.
test.skipIf(!zips || !nhoods || !reporting)(
  'the invalid areas of real files are repaired and named, the others left alone',
  async () => {
    const repaired = async (path: string | null, areaId: string) =>
      (await readAreas(path ?? '', { kind: 'zone', areaId })).report.repaired.map((each) => each.areaId);
    expect(await repaired(zips, 'neighbourhood')).toEqual(['28806', '28715']);
    expect(await repaired(nhoods, 'cartodb_id')).toHaveLength(4);
    expect(await repaired(reporting, 'OBJECTID')).toHaveLength(1);
  },
);

test.skipIf(!beats || !ashevilleCalls)('Asheville calls by beat are what GEOS counts', async () => {
  const { layer } = await readAreas(beats ?? '', { kind: 'beat', areaId: 'beat' });
  expect(await counted(ashevilleCalls ?? '', 'lon', 'lat', layer)).toEqual(witnesses.asheville);
});

test.skipIf(!zips || !ashevilleCalls)('a repair by even-odd changes no count of the area as it was drawn', async () => {
  const { layer } = await readAreas(zips ?? '', { kind: 'zone', areaId: 'neighbourhood' });
  expect(await counted(ashevilleCalls ?? '', 'lon', 'lat', layer)).toEqual(witnesses['asheville zips']);
});

test.skipIf(!chicagoBeats || !assaults)(
  'Chicago assaults by beat, whose number is called District, are what GEOS counts',
  async () => {
    const { layer, report } = await readAreas(chicagoBeats ?? '', { kind: 'beat', areaId: 'District' });
    expect([report.read, report.accepted, report.merged]).toEqual([277, 275, 2]);
    expect(await counted(assaults ?? '', 'longitude', 'latitude', layer)).toEqual(witnesses.chicago);
  },
);

test.skipIf(!districts || !burglaries)('Arlington burglaries by council district are what GEOS counts', async () => {
  const { layer } = await readAreas(districts ?? '', { kind: 'district', areaId: 'DISTRICTID' });
  expect(await counted(burglaries ?? '', 'lon', 'lat', layer)).toEqual(witnesses.arlington);
});

test.skipIf(!beats || !yorkshire)('no crime of South Yorkshire lies in Asheville', async () => {
  const { layer } = await readAreas(beats ?? '', { kind: 'beat', areaId: 'beat' });
  const { records } = await counted(yorkshire ?? '', 'Longitude', 'Latitude', layer);
  expect([records.inside, records.inSeveral]).toEqual([0, 0]);
  expect(records.outside).toBeGreaterThan(10_000);
});
