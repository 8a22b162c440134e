import { eq, sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Acting, Person } from '#data/schema/records/person.ts';
import type { WallDevice } from '#data/schema/wall.ts';
import type { ScreenKey } from '#data/schema/wall-device.ts';
import type { RecordStore } from './record-store.ts';
import { person } from './tables/people.ts';
import { wallDevice } from './tables/walls.ts';

/** A paired screen as it proves itself. `isOut`: removed, or its account closed. */
export type PairedScreen = {
  readonly deviceId: string;
  readonly personId: string;
  readonly publicKey: ScreenKey;
  readonly isNew: boolean; // has never entered
  readonly isOut: boolean;
};

export async function findScreen(pool: pg.Pool, deviceId: string): Promise<PairedScreen | null> {
  const { rows } = await pool.query<PairedScreen>(
    `select d.device_id as "deviceId", d.person_id as "personId", d.public_key as "publicKey",
       d.last_seen_at is null as "isNew", d.revoked_at is not null or not p.is_active as "isOut"
     from wall_device d join person p using (person_id) where d.device_id = $1`,
    [deviceId],
  );
  return rows[0] ?? null;
}

/** Whether a person is a screen: nobody enters as one by another way than its key. */
export async function isScreen(pool: pg.Pool, personId: string): Promise<boolean> {
  const { rowCount } = await pool.query('select from wall_device where person_id = $1', [personId]);
  return rowCount !== 0;
}

const moment = (column: string) => `to_char(d.${column}, 'YYYY-MM-DD"T"HH24:MI:SS')`;

/** All screens, those that were removed last. */
export async function listScreens(pool: pg.Pool, now: Date): Promise<WallDevice[]> {
  const { rows } = await pool.query<WallDevice>(
    `select d.device_id as "deviceId", d.name, d.person_id as "personId", ${moment('paired_at')} as "pairedAt",
       d.paired_by as "pairedBy", ${moment('last_seen_at')} as "lastSeenAt", ${moment('revoked_at')} as "revokedAt",
       d.user_agent as "userAgent", d.revoked_at is null and exists (
         select from auth.session s join auth."user" u on u.id = s."userId"
         where u."personId" = d.person_id and s."expiresAt" > $1) as "isOn"
     from wall_device d order by d.revoked_at desc nulls first, lower(d.name), d.device_id limit 500`,
    [now],
  );
  return rows;
}

/** The screen and the account that it acts as, in one. */
export const addScreen = (
  records: RecordStore,
  acting: Acting,
  account: Person,
  device: { deviceId: string; publicKey: ScreenKey; userAgent: string },
): Promise<void> =>
  records.as(acting, async (tx) => {
    await tx.insert(person).values(account);
    const { personId, name } = account;
    const paired = { pairedAt: acting.nowLocal, pairedBy: acting.actor.name };
    await tx.insert(wallDevice).values({ ...device, ...paired, personId, name });
  });

/** False where there is no such screen in use. */
export const nameScreen = (records: RecordStore, acting: Acting, deviceId: string, name: string): Promise<boolean> =>
  records.as(acting, async (tx) => {
    const [named] = await tx.update(wallDevice).set({ name }).where(inUse(deviceId)).returning();
    if (named) await tx.update(person).set({ name }).where(eq(person.personId, named.personId));
    return named !== undefined;
  });

/** Takes a screen and its account out of use for good; answers whose account it was, or null where it is not in use. */
export const revokeScreen = (records: RecordStore, acting: Acting, deviceId: string): Promise<string | null> =>
  records.as(acting, async (tx) => {
    const revoked = { revokedAt: acting.nowLocal };
    const [gone] = await tx.update(wallDevice).set(revoked).where(inUse(deviceId)).returning();
    if (gone) await tx.update(person).set({ isActive: false }).where(eq(person.personId, gone.personId));
    return gone?.personId ?? null;
  });

const inUse = (deviceId: string) => sql`${wallDevice.deviceId} = ${deviceId} and ${wallDevice.revokedAt} is null`;

/** Its clock has no audit: a screen enters every few minutes. */
export async function touchScreen(pool: pg.Pool, deviceId: string, nowLocal: string): Promise<void> {
  await pool.query('update wall_device set last_seen_at = $2 where device_id = $1', [deviceId, nowLocal]);
}
