import { LocalMoment } from '#data/schema/records/common.ts';
import { type RecordStore, systemActing, type Tx } from './record-store.ts';
import { setting } from './tables/people.ts';

const KEY = 'demo/now';

/** Where the clock of a demo's records stands; null where it has never been set, as in every city that is no demo. */
export async function readDemoNow(store: RecordStore): Promise<string | null> {
  const { rows } = await store.pool.query<{ value: unknown }>('select value from setting where key = $1', [KEY]);
  return LocalMoment.nullable().parse(rows[0]?.value ?? null);
}

/** Keeps where the clock stands beside the records that were written by it: a copy of them carries it along. */
export async function writeDemoNow(store: RecordStore, now: string): Promise<void> {
  const write = (tx: Tx) =>
    tx
      .insert(setting)
      .values({ key: KEY, value: now })
      .onConflictDoUpdate({ target: setting.key, set: { value: now } });
  await store.as(systemActing(now), async (tx) => void (await write(tx)));
}
