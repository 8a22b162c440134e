import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { NewPattern, Pattern } from '#data/schema/records/pattern.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { bulletinRoutes } from '#server/routes/records/bulletins.ts';
import { patternRoutes } from '#server/routes/records/patterns.ts';
import { systemActing } from '#server/store/record-store.ts';
import { writeStoreIndex } from '#server/store/store-index.ts';
import { person } from '#server/store/tables/people.ts';
import { aGroup, officer, openGroupTown, squareAt } from '#test/fixture/group-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

export type TownCall = {
  readonly id: string;
  readonly received: string;
  readonly precision: 'minute' | 'day' | 'month';
  readonly category: string;
  readonly block: string | null;
  readonly place: readonly [lon: number, lat: number] | null;
};

const BLOCKS = [
  '1600 BLK PELL STREET',
  '200 BLK TERN PARK ROAD',
  'COURT STREET / FINCH PLACE',
  '900 BLK ÅSE & O’HARA LANE',
];
const pad = (n: number) => String(n).padStart(2, '0');

/** Calls of known days, hours, kinds and places; some lie in Eastbank, one has no place, one no hour, one no day. */
export const TOWN_CALLS: readonly TownCall[] = Array.from({ length: 80 }, (_, i) => ({
  id: `T26-${pad(i)}`,
  received: `2026-11-${pad(1 + (i % 28))}T${pad((i * 5) % 24)}:${pad((i * 7) % 60)}:00`,
  precision: i === 3 ? 'day' : i === 4 ? 'month' : 'minute',
  category: i % 11 === 5 ? 'medical' : i === 8 ? 'encampment' : i % 9 === 0 ? 'vandalism' : 'theft-from-vehicle',
  block: i === 6 ? null : (BLOCKS[i % BLOCKS.length] ?? null),
  place: i === 2 ? null : [-82.595 + (i % 13) * 0.0011, 35.588 + (i % 7) * 0.0013],
}));

export const EASTBANK = squareAt(-82.59, 35.59, 0.02);
export const analyst = actingAs('analyst');
export const auditor = actingAs('auditor');
export const SYNOPSIS = {
  what: '14 calls: theft from vehicle.',
  where: '1600 blk Pell Street and the lot behind it.',
  when: 'Mostly evenings.',
  how: 'Side window broken <with a tool>.',
  advice: 'Recommended: Wed and Thu, 1 to 5 pm, at 1600 blk Pell Street.',
};

/** A pattern of calls, by default of the first 14 of one kind that is no secret. */
export const aPattern = (calls: readonly Pick<TownCall, 'id'>[], changes: Partial<NewPattern> = {}): NewPattern => ({
  name: 'Cars by Pell Street',
  type: 'series',
  groupIds: ['eastbank'],
  from: '2026-11-01',
  to: '2026-11-28',
  calls: calls.map(({ id }) => ({ callId: id, kept: true, reason: '' })),
  synopsis: SYNOPSIS,
  label: 'official',
  release: 'internal',
  source: 'lasso',
  code: 'CB-9M2D-05QX',
  ...changes,
});

export const THEFTS = TOWN_CALLS.filter(({ category }) => category === 'theft-from-vehicle');

/** Real Parquet, a group with its ground, an analyst, an auditor, and a desk for patterns and their bulletins. */
export async function openBulletinTown() {
  const store = await freshStore();
  const { home, ask: askGroups } = await openGroupTown(store);
  afterAll(() => rm(home, { recursive: true, force: true }));
  await writeCalls(home);
  await store.as(systemActing(NOW), async (tx) => {
    for (const { actor } of [analyst, auditor, actingAs('city-partner')]) {
      const email = `${actor.role}@example.org`;
      await tx.insert(person).values({ personId: actor.personId, name: actor.name, role: actor.role, email });
    }
  });
  await askGroups(officer, 'POST', '/api/records/groups', { ...aGroup('eastbank'), name: 'Eastbank', liaisonId: null });
  await askGroups(officer, 'POST', '/api/records/groups/eastbank/boundaries', {
    ...{ validFrom: '2026-01-01', reason: 'as drawn', revision: 1, center: null, radiusMeters: null },
    geometry: { type: 'Polygon', coordinates: [EASTBANK] },
  });
  const routes = newRoutes().route('/', patternRoutes(store)).route('/', bulletinRoutes(store, home));
  const ask = deskOf(routes);
  const keep = async (pattern: NewPattern): Promise<Pattern> => {
    const { status, json } = await ask(analyst, 'POST', '/api/records/patterns', pattern);
    if (status !== 201) throw new Error(`no pattern: ${JSON.stringify(json)}`);
    return json;
  };
  return { store, home, routes, ask, keep };
}

const text = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);

async function writeCalls(home: string): Promise<void> {
  await mkdir(join(home, 'calls'), { recursive: true });
  const rows = TOWN_CALLS.map(
    ({ id, received, precision, category, block, place }) =>
      `(${text(id)}, timestamp ${text(received.replace('T', ' '))}, ${text(precision)}, ${text(category)}, ${text(block)}, ${place?.[0] ?? 'null'}, ${place?.[1] ?? 'null'})`,
  );
  await withDuckDb((connection) =>
    connection.run(`copy (
      select id, 'town' as source, received as received_local, null::timestamp as received_utc,
        null::timestamp as occurred_from_local, null::timestamp as occurred_to_local, tp as time_precision,
        'TYPE' as type_code, category, null::varchar as priority, null::varchar as disposition, 'public' as origin,
        lon::double as lon, lat::double as lat, case when lon is null then 'none' else 'exact' end as precision,
        'place-' || id as place_key, block as address_block, null::varchar as beat,
        case when lon is null then 'unplaced' else 'placed' end as placement
      from (values ${rows.join(', ')}) as t(id, received, tp, category, block, lon, lat)
    ) to '${join(home, 'calls', 'town.parquet')}' (format parquet)`),
  );
  const source = {
    ...{ source: 'town', title: 'Calls of the town', readAt: '2026-12-14T03:04:05Z', expectedEveryHours: 24 },
    ...{ firstReceivedLocal: '2026-11-01T00:00:00', lastReceivedLocal: '2026-12-13T23:50:00' },
    ...{ timeZone: 'America/New_York', reportingLagDays: 0, inputs: [], quarantined: {} },
    taken: { read: 80, accepted: 80, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
    files: [{ year: 2026, file: 'town.parquet', rows: 80 }],
  };
  await writeStoreIndex(home, { city: 'Testville', timeZone: 'America/New_York', sources: [source], layers: [] });
}
