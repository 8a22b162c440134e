import type pg from 'pg';
import type { Person } from '#data/schema/records/person.ts';

/** A session as the database keeps it, with the person it belongs to. */
export type KeptSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly lastActiveAt: Date;
  readonly lockedAt: Date | null;
  readonly person: Person;
};

type Row = Omit<KeptSession, 'person'> & Person;

const PERSON = `p.person_id as "personId", p.name, p.title, p.role, p.email, p.unit, p.district, p.is_active as "isActive"`;
const SESSION = `s.id as "sessionId", s."userId", s."expiresAt", coalesce(s."lastActiveAt", s."createdAt") as "lastActiveAt", s."lockedAt"`;
const FROM = `from auth.session s join auth."user" u on u.id = s."userId" join person p on p.person_id = u."personId"`;

export async function findSession(pool: pg.Pool, token: string): Promise<KeptSession | null> {
  return (await findSessions(pool, [token])).get(token) ?? null;
}

/** Those that there are, by token. */
export async function findSessions(pool: pg.Pool, tokens: readonly string[]): Promise<Map<string, KeptSession>> {
  const { rows } = await pool.query<Row & { token: string }>(
    `select s.token, ${SESSION}, ${PERSON} ${FROM} where s.token = any($1)`,
    [tokens],
  );
  return new Map(
    rows.map(({ token, sessionId, userId, expiresAt, lastActiveAt, lockedAt, ...person }) => [
      token,
      { sessionId, userId, expiresAt, lastActiveAt, lockedAt, person },
    ]),
  );
}

export async function touchSession(pool: pg.Pool, sessionId: string, at: Date): Promise<void> {
  await pool.query(`update auth.session set "lastActiveAt" = $2 where id = $1`, [sessionId, at]);
}

/** True where it was open until now: of two that lock at once, one tells the audit. */
export async function lockSession(pool: pg.Pool, sessionId: string, at: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update auth.session set "lockedAt" = $2 where id = $1 and "lockedAt" is null`,
    [sessionId, at],
  );
  return rowCount === 1;
}

export async function unlockSession(pool: pg.Pool, sessionId: string, at: Date): Promise<void> {
  await pool.query(`update auth.session set "lockedAt" = null, "lastActiveAt" = $2 where id = $1`, [sessionId, at]);
}

export type ListedSession = Omit<KeptSession, 'person' | 'userId'> & {
  readonly personId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly userAgent: string | null;
};

/** Sessions that have not ended, newest first: of one person, or of all. */
export async function listSessions(pool: pg.Pool, personId: string | null, now: Date): Promise<ListedSession[]> {
  const { rows } = await pool.query<ListedSession>(
    `select ${SESSION}, p.person_id as "personId", p.name, s."createdAt", s."userAgent" ${FROM}
     where s."expiresAt" > $2 and ($1::text is null or p.person_id = $1) order by s."createdAt" desc limit 500`,
    [personId, now],
  );
  return rows;
}

/** Ends a session, where `personId` is given only one of theirs; answers whose it was. */
export async function endSession(pool: pg.Pool, sessionId: string, personId: string | null): Promise<string | null> {
  const { rows } = await pool.query<{ personId: string }>(
    `delete from auth.session s using auth."user" u where s.id = $1 and u.id = s."userId"
     and ($2::text is null or u."personId" = $2) returning u."personId"`,
    [sessionId, personId],
  );
  return rows[0]?.personId ?? null;
}

/** Takes away what has ended by itself: a screen enters a hundred times a day. */
export async function endLapsedOf(pool: pg.Pool, personId: string, now: Date): Promise<void> {
  await pool.query(
    `delete from auth.session s using auth."user" u where u.id = s."userId" and u."personId" = $1 and s."expiresAt" <= $2`,
    [personId, now],
  );
}

export async function endSessionsOf(pool: pg.Pool, personId: string): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from auth.session s using auth."user" u where u.id = s."userId" and u."personId" = $1`,
    [personId],
  );
  return rowCount ?? 0;
}
