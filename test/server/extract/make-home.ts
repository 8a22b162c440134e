import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaLayer } from '#data/schema/area.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { type StoredSource, writeStoreIndex, writeWhole } from '#server/store/store-index.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';

/** A folder for one test file, and how to remove it. */
export async function temporaryHome() {
  const home = await homeFolder('home');
  return { home, remove: () => rm(home, { recursive: true, force: true }) };
}

/** Six categories in turn: three may be public, one is internal, one restricted, one is no code of ours. */
const CATEGORY = `['theft', 'noise', 'burglary', 'traffic-stop', 'domestic', 'made-up'][1 + i % 6]`;

/**
 * `rows` calls of one year, none like another in time or place: two crowded corners, a wide
 * thin scatter whose cells are all small, and every 50th unplaced, every 51st a default point.
 */
const callsOf = (year: number, rows: number) => `
  select 'call-${year}-' || i as id, 'town' as source,
    make_timestamp(${year}, 1 + (i % 12)::bigint, 1 + (i % 28)::bigint, (i * 7 % 24)::bigint, (i % 60)::bigint, 1.0 + i % 59) as received_local,
    received_local + interval 5 hour as received_utc,
    case when i % 4 = 0 then received_local - interval 90 minute end as occurred_from_local,
    null::timestamp as occurred_to_local,
    'minute' as time_precision, upper(${CATEGORY}) as type_code, ${CATEGORY} as category,
    case when i % 3 = 0 then null else 'P' || (i % 3) end as priority, 'report taken' as disposition,
    case when i % 5 = 0 then 'officer' else 'public' end as origin,
    case when i % 50 = 0 then null when i % 51 = 0 then 0 when i % 10 = 9 then -82.5 + i * 0.0031 else -82.55 + i % 2 * 0.05 + i * 1e-8 end::double as lon,
    case when i % 50 = 0 then null when i % 51 = 0 then 0 when i % 10 = 9 then 35.5 + i * 0.0031 else 35.59 + i * 1e-8 end::double as lat,
    case when i % 50 = 0 then 'none' else 'exact' end as precision,
    'place-' || i as place_key, i || ' BLK MAIN ST' as address_block, 'B' || (i % 7) as beat,
    case when i % 50 = 0 then 'unplaced' when i % 51 = 0 then 'default-point' else 'placed' end as placement
  from range(${rows}) as r(i)`;

const SQUARES: AreaLayer = {
  type: 'FeatureCollection',
  features: ['north', 'south'].map((areaId, at) => ({
    type: 'Feature' as const,
    id: areaId,
    properties: {
      areaId,
      name: areaId,
      kind: 'group' as const,
      groupKind: 'association' as const,
      residents: null,
      addresses: null,
      validFrom: null,
      center: null,
      radiusMeters: null,
    },
    geometry: { type: 'Polygon' as const, coordinates: [square(-82.6, 35.6 - at)] },
  })),
};

function square(lon: number, lat: number): [number, number][] {
  return [
    [lon, lat],
    [lon + 0.1, lat],
    [lon + 0.1, lat + 0.1],
    [lon, lat + 0.1],
    [lon, lat],
  ];
}

/** Fills a home as an ingest would: Parquet by year, one boundary layer, concerns, a stand-in for a basemap. */
export async function fillHome(home: string, rows = { 2023: 600, 2024: 1200 }): Promise<void> {
  await mkdir(join(home, 'calls'), { recursive: true });
  const files: StoredSource['files'] = [];
  for (const [year, count] of Object.entries(rows)) {
    files.push({ year: Number(year), rows: count, file: await writeParquet(home, callsOf(Number(year), count)) });
  }
  const geojson = JSON.stringify(SQUARES);
  const version = createHash('sha256').update(geojson).digest('hex').slice(0, 16);
  await writeWhole(join(home, 'areas', `${version}.geojson`), geojson);
  await writeWhole(
    join(home, 'demo', 'basemap.pmtiles'),
    Uint8Array.from({ length: 1000 }, (_, i) => i % 256),
  );
  await writeWhole(join(home, 'demo', 'concerns.json'), JSON.stringify([CONCERN]));
  await writeStoreIndex(home, {
    city: 'Testville',
    timeZone: 'America/New_York',
    sources: [{ ...SOURCE, files }],
    layers: [{ layer: 'groups', title: 'Groups', kind: 'group', count: 2, version, file: `${version}.geojson` }],
  });
}

async function writeParquet(home: string, sql: string): Promise<string> {
  const draft = join(home, 'calls', 'draft.parquet');
  await withDuckDb((connection) => connection.run(`copy (${sql}) to '${draft}' (format parquet)`));
  const hash = createHash('sha256')
    .update(await readFile(draft))
    .digest('hex')
    .slice(0, 32);
  await rename(draft, join(home, 'calls', `${hash}.parquet`));
  return `${hash}.parquet`;
}

const SOURCE = {
  source: 'town',
  title: 'Town calls',
  readAt: '2025-01-02T03:04:05Z',
  firstReceivedLocal: '2023-01-01T00:00:01',
  lastReceivedLocal: '2024-12-28T22:47:33',
  expectedEveryHours: 24,
  taken: { read: 0, accepted: 0, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
  timeZone: 'America/New_York',
  reportingLagDays: 2,
  inputs: [],
  quarantined: { 'default-point': 20 },
};

const CONCERN = {
  concernId: 'C-0001',
  title: 'Cars speeding past the school',
  category: 'reckless-driving',
  status: 'open',
  raisedOn: '2024-11-02',
  answeredOn: null,
  lon: -82.55,
  lat: 35.59,
};
