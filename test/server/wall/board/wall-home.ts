import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { AreaFeature } from '#data/schema/area.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';
import { readStoreIndex, type StoredSource, writeStoreIndex } from '#server/store/store-index.ts';
import { box } from '#test/fixture/box.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';

export const WEEK = '2024-11-25'; // the last whole one
export const NOW = '2024-12-02T07:42:00';
const WEEKS = 100;
const FIRST = toDayNumber(WEEK) - 7 * (WEEKS - 1);

type Place = 'corner' | 'north' | 'south' | 'nowhere';
type Call = { day: number; hour: number; category: string; place: Place; origin?: string; type?: string };

/** The corner lies within the north; the south lies apart. */
const BOXES: Record<'corner' | 'north' | 'south', readonly [number, number, number, number]> = {
  north: [-82.6, 35.6, -82.5, 35.7],
  corner: [-82.6, 35.6, -82.55, 35.65],
  south: [-82.6, 35.4, -82.5, 35.5],
};
const POINTS: Record<Place, readonly [number, number] | null> = {
  ...{ corner: [-82.58, 35.62], north: [-82.52, 35.68], south: [-82.55, 35.45], nowhere: null },
};

/** Two years of calls whose last week holds what a wall must tell, and what it must not. */
function calls(): Call[] {
  const each = (count: number, week: number, of: Omit<Call, 'day' | 'hour'>): Call[] =>
    Array.from({ length: count }, (_, i) => ({ ...of, day: FIRST + 7 * week + (i % 7), hour: (i * 5) % 24 }));
  return Array.from({ length: WEEKS }, (_, week) => {
    const isLast = week === WEEKS - 1;
    const wave = (step: number, of: number) => (week * step) % of;
    return [
      ...each(isLast ? 24 : 5 + wave(7, 4), week, { category: 'noise', place: 'corner' }),
      ...each(isLast ? 3 : 4 + wave(5, 3), week, { category: 'noise', place: 'north' }), // 27 less 24 would tell of 3
      ...each(6 + wave(3, 5), week, { category: 'theft', place: 'south' }),
      ...each(isLast ? 22 : wave(11, 4), week, { category: 'burglary', place: 'south' }),
      ...each(isLast ? 26 : 2 + wave(3, 3), week, { category: 'domestic', place: 'south' }),
      ...each(isLast ? 21 : 2 + wave(5, 3), week, { category: 'made-up', place: 'south' }),
      ...each(isLast ? 4 : 0, week, { category: 'graffiti', place: 'south' }),
      ...each(5 + wave(3, 3), week, {
        category: week < 80 ? 'parking' : 'nuisance',
        type: week < 80 ? 'P' : 'N',
        place: 'south',
      }),
      ...each(30, week, { category: 'theft', place: 'south', origin: 'officer' }),
      ...each(2, week, { category: 'theft', place: 'nowhere' }),
    ];
  }).flat();
}

/** A taken-in and cut home, and how calls of one more kind come into it. */
export async function wallHome({ precision = 'minute' }: { precision?: 'minute' | 'month' } = {}) {
  const home = await homeFolder('wall');
  afterAll(() => rm(home, { recursive: true, force: true }));
  const take = async (more: Call[] = [], onTaken = () => {}) => {
    await takeIn(home, [...calls(), ...more], precision);
    onTaken();
    await cutExtracts(home);
  };
  await writeStoreIndex(home, { city: 'Testville', timeZone: 'America/New_York', sources: [], layers: [] });
  const features = Object.entries(BOXES).map(([areaId, box]) => featureOf(areaId, box));
  await storeLayer(home, { layer: 'groups', title: 'Groups', kind: 'group' }, { type: 'FeatureCollection', features });
  await take();
  return { home, take };
}

async function takeIn(home: string, taken: readonly Call[], precision: string): Promise<void> {
  await mkdir(join(home, 'calls'), { recursive: true });
  const rows = taken.map(({ day, hour, category, place, origin = 'public', type = category.toUpperCase() }, i) => {
    const [lon, lat] = POINTS[place] ?? [null, null];
    const received = `${precision === 'month' ? `${toLocalDate(day).slice(0, 7)}-01` : toLocalDate(day)} ${String(hour).padStart(2, '0')}:00:00`;
    return { ...{ id: `call-${i}`, received, category, origin, type, lon, lat }, isPlaced: lon !== null };
  });
  await writeFile(join(home, 'draft.json'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const files: StoredSource['files'] = [];
  for (const year of [2023, 2024]) {
    const file = `${year}-${taken.length}.parquet`;
    await withDuckDb((connection) =>
      connection.run(`copy (select id, 'town' as source, received::timestamp as received_local,
        received::timestamp + interval 5 hour as received_utc, null::timestamp as occurred_from_local,
        null::timestamp as occurred_to_local, '${precision}' as time_precision, type as type_code, category,
        null::varchar as priority, null::varchar as disposition, origin, lon::double as lon, lat::double as lat,
        case when "isPlaced" then 'exact' else 'none' end as precision, 'place-' || lon as place_key,
        null::varchar as address_block, null::varchar as beat,
        case when "isPlaced" then 'placed' else 'unplaced' end as placement
        from read_json('${join(home, 'draft.json')}', format = 'newline_delimited') where year(received::timestamp) = ${year})
        to '${join(home, 'calls', file)}' (format parquet)`),
    );
    files.push({ year, file, rows: rows.filter(({ received }) => received.startsWith(String(year))).length });
  }
  await writeStoreIndex(home, { ...(await readStoreIndex(home)), sources: [{ ...SOURCE, files }] });
}

const SOURCE: Omit<StoredSource, 'files'> = {
  ...{ source: 'town', title: 'Calls of the town', readAt: '2024-12-02T05:10:00Z', expectedEveryHours: 24 },
  ...{ firstReceivedLocal: `${toLocalDate(FIRST)}T00:00:00`, lastReceivedLocal: '2024-12-02T05:00:00' },
  taken: { read: 0, accepted: 0, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
  ...{ timeZone: 'America/New_York', reportingLagDays: 0, inputs: [], quarantined: {} },
};

function featureOf(areaId: string, edges: readonly [number, number, number, number]): AreaFeature {
  const none = { groupKind: null, residents: null, addresses: null, validFrom: null, center: null, radiusMeters: null };
  const name = `The ${areaId}`;
  return {
    ...{ type: 'Feature', id: areaId },
    properties: { areaId, name, kind: 'group', ...none },
    geometry: box(...edges),
  };
}
