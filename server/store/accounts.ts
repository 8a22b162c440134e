import type pg from 'pg';
import type { Person } from '#data/schema/records/person.ts';

const PERSON = `p.person_id as "personId", p.name, p.title, p.role, p.email, p.unit, p.district, p.is_active as "isActive"`;

/** The person who signs in with an address. */
export async function findAccount(pool: pg.Pool, email: string): Promise<Person | null> {
  const { rows } = await pool.query<Person>(
    `select ${PERSON} from auth."user" u join person p on p.person_id = u."personId" where u.email = $1`,
    [email],
  );
  return rows[0] ?? null;
}

/** Whether anybody can sign in yet. */
export async function hasAccounts(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ any: boolean }>(`select exists (select from auth."user") as "any"`);
  return rows[0]?.any ?? false;
}

export async function findUserId(pool: pg.Pool, personId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(`select id from auth."user" where "personId" = $1`, [personId]);
  return rows[0]?.id ?? null;
}

export async function findPerson(pool: pg.Pool, personId: string): Promise<Person | null> {
  const { rows } = await pool.query<Person>(`select ${PERSON} from person p where person_id = $1`, [personId]);
  return rows[0] ?? null;
}

/** People who may be entered as: active, in the order of their roles. */
export async function listActivePeople(pool: pg.Pool, roles: readonly string[]): Promise<Person[]> {
  const { rows } = await pool.query<Person>(
    `select ${PERSON} from person p where is_active
     order by array_position($1::text[], role) nulls last, name, person_id limit 200`,
    [roles],
  );
  return rows;
}

/** What an account can prove itself with. */
export async function readWaysIn(pool: pg.Pool, userId: string): Promise<{ hasPassword: boolean; hasCode: boolean }> {
  const { rows } = await pool.query<{ hasPassword: boolean; hasCode: boolean }>(
    `select exists (select from auth.account where "userId" = $1 and password is not null) as "hasPassword",
       coalesce((select "twoFactorEnabled" from auth."user" where id = $1), false) as "hasCode"`,
    [userId],
  );
  return rows[0] ?? { hasPassword: false, hasCode: false };
}
