import { createHash } from 'node:crypto';
import { and, eq, or } from 'drizzle-orm';
import type pg from 'pg';
import type { Acting, Person } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { auditAct, type RecordStore, type Tx } from './record-store.ts';
import { person } from './tables/people.ts';

export const SCREEN = 'A screen on a wall has no password and changes into nobody: it is paired under Screens';

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

export async function findPersonByEmail(pool: pg.Pool, email: string): Promise<Person | null> {
  const { rows } = await pool.query<Person>(`select ${PERSON} from person p where lower(email) = lower($1)`, [email]);
  return rows[0] ?? null;
}

const NO_SCREEN = 'not exists (select from wall_device d where d.person_id = p.person_id)'; // screens are kept apart

/** People who may be entered as: active, in the order of their roles. */
export async function listActivePeople(pool: pg.Pool, roles: readonly string[]): Promise<Person[]> {
  const { rows } = await pool.query<Person>(
    `select ${PERSON} from person p where is_active and ${NO_SCREEN}
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

export type ListedAccount = Person & {
  readonly hasAccount: boolean;
  readonly hasPassword: boolean;
  readonly hasCode: boolean;
  readonly hasSignOn: boolean;
  readonly sessions: number;
  readonly closedUntil: Date | null;
};

/** Everybody but the screens, with how they sign in. */
export async function listAccounts(pool: pg.Pool, now: Date): Promise<ListedAccount[]> {
  const { rows } = await pool.query<ListedAccount>(
    `select ${PERSON}, u.id is not null as "hasAccount", coalesce(u."twoFactorEnabled", false) as "hasCode",
       exists (select from auth.account a where a."userId" = u.id and a.password is not null) as "hasPassword",
       exists (select from auth.account a where a."userId" = u.id and a.password is null) as "hasSignOn",
       (select count(*)::int from auth.session s where s."userId" = u.id and s."expiresAt" > $1) as sessions,
       (select "lockedUntil" from auth."signInTry" t where t.email = u.email and t."lockedUntil" > $1) as "closedUntil"
     from person p left join auth."user" u on u."personId" = p.person_id
     where ${NO_SCREEN} order by p.is_active desc, p.name, p.person_id limit 2000`,
    [now],
  );
  return rows;
}

export const addPerson = (records: RecordStore, acting: Acting, given: Person): Promise<void> =>
  records.as(acting, async (tx) => void (await tx.insert(person).values(given)));

export type PersonChange = Partial<Pick<Person, 'name' | 'title' | 'role' | 'unit' | 'district' | 'isActive'>>;

/** Changes a person and answers who they were; what would leave nobody who can make accounts is refused. */
export const changePerson = (
  records: RecordStore,
  acting: Acting,
  personId: string,
  change: PersonChange,
): Promise<Pick<Person, 'role'>> =>
  records.as(acting, async (tx) => {
    const { held, isOnlyAdministrator } = await holdPerson(tx, personId);
    if (held === undefined) throw new RecordMissing('This person');
    const { role = held.role, isActive = true } = change;
    if (role !== held.role && (role === 'wall' || held.role === 'wall')) throw new RecordRefused('role', SCREEN);
    if (isOnlyAdministrator && !(isActive && role === 'administrator')) {
      throw new RecordRefused(isActive ? 'role' : 'isActive', 'This is the only administrator: make another one first');
    }
    await tx.update(person).set(change).where(eq(person.personId, personId));
    return held;
  });

/** The person whom the department's sign-on vouches for, with the role that their groups give them today. */
export async function settleSignedOn(
  records: RecordStore,
  acting: Acting,
  { email, name, role }: Pick<Person, 'email' | 'name' | 'role'>,
): Promise<string> {
  return records.as(acting, async (tx) => {
    const [known] = await tx.select({ personId: person.personId }).from(person).where(eq(person.email, email));
    if (known === undefined) {
      const personId = `p-${email.split('@')[0]?.replace(/[^a-z0-9]+/g, '-') || 'signed-on'}-${shortHash(email)}`;
      await tx.insert(person).values({ personId, name, title: '', role, email, unit: null, district: null });
      return personId;
    }
    const { held, isOnlyAdministrator } = await holdPerson(tx, known.personId);
    if (held?.role === role) return known.personId;
    if (isOnlyAdministrator) {
      const words = `stays administrator, though the groups of the sign-on say ${role}: this is the only one`;
      await auditAct(tx, { action: 'other', kind: 'session', recordId: known.personId, words });
      return known.personId;
    }
    await tx.update(person).set({ role }).where(eq(person.personId, known.personId));
    return known.personId;
  });
}

/**
 * Holds a person, and with them every administrator, until the change is in: of two who lose their role at once,
 * however they lose it, the second waits here and then sees what the first has left.
 */
async function holdPerson(tx: Tx, personId: string) {
  const isAdministrator = and(eq(person.role, 'administrator'), eq(person.isActive, true));
  const rows = await tx
    .select()
    .from(person)
    .where(or(isAdministrator, eq(person.personId, personId)))
    .orderBy(person.personId) // in one order, so that nobody waits for somebody who waits for them
    .for('update');
  const held = rows.find((each) => each.personId === personId);
  const administrators = rows.filter(({ role, isActive }) => role === 'administrator' && isActive);
  return { held, isOnlyAdministrator: administrators.length === 1 && administrators[0] === held };
}

/** Two people of one name at two addresses are two people. */
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 6);

export async function replacePassword(pool: pg.Pool, userId: string, hash: string): Promise<void> {
  await pool.query(
    `update auth.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
    [userId, hash],
  );
}

export async function removeSecondFactor(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query(`delete from auth."twoFactor" where "userId" = $1`, [userId]);
  await pool.query(`update auth."user" set "twoFactorEnabled" = false where id = $1`, [userId]);
}
