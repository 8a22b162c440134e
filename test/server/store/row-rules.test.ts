import { type SQL, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { may, type Permission } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { Role } from '#data/schema/release-level.ts';
import { passerByActing } from '#server/store/record-store.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();

const EVERYBODY: string[] = Role.options;
const NOBODY: string[] = [];
const by = (...permissions: Permission[]): string[] =>
  Role.options.filter((role) => permissions.some((permission) => may(role, permission)));

type Act = 'look' | 'add' | 'change' | 'remove';
type Rule = Record<Act, string[]>;
const rule = (look: string[], add: string[], change: string[], remove: string[]): Rule => ({
  look,
  add,
  change,
  remove,
});
/** Of a table whose rows are written and changed by the same roles, and stay. */
const kept = (look: Permission, write: Permission): Rule => rule(by(look), by(write), by(write), NOBODY);
const lasting = (look: Permission, add: Permission): Rule => rule(by(look), by(add), NOBODY, NOBODY);
const without = (roles: string[], ...out: string[]) => roles.filter((role) => !out.includes(role));

/** Who may do what with a row of each table, whatever a route allowed. The row is one that nobody shared, released or was sent. */
const RULES: Record<string, Rule> = {
  audit: rule(by('audit.read'), NOBODY, NOBODY, NOBODY),
  boundary_version: rule(EVERYBODY, by('group.write'), by('group.write'), NOBODY),
  bulletin: lasting('pattern.read', 'pattern.write'),
  concern: rule(without(by('concern.read'), 'city-partner'), by('concern.file'), by('concern.write'), NOBODY),
  concern_update: rule(without(by('concern.read'), 'city-partner'), by('concern.file'), NOBODY, NOBODY),
  contact: rule(by('contact.read'), by('contact.write'), by('contact.write'), by('contact.write')),
  designation: lasting('group.read', 'group.designate'),
  group: kept('group.read', 'group.write'),
  hand_out: rule([...by('hand-out.read'), 'passer-by'], by('hand-out.write'), by('hand-out.write'), NOBODY),
  hand_out_delivery: lasting('hand-out.read', 'hand-out.send'),
  hand_out_draft: rule(by('hand-out.read'), by('hand-out.write'), by('hand-out.write'), by('hand-out.write')),
  hand_out_reader: kept('hand-out.read', 'hand-out.send'),
  hand_out_run: lasting('hand-out.read', 'hand-out.run'),
  hand_out_run_page: kept('hand-out.read', 'hand-out.run'),
  job_run: rule(by('operations.read', 'mail.review'), NOBODY, NOBODY, NOBODY),
  mail_in: kept('mail.review', 'mail.review'),
  mail_out: rule(by('operations.read', 'mail.review'), EVERYBODY, NOBODY, NOBODY),
  meeting: kept('meeting.read', 'meeting.write'),
  notice: rule(by('notice.read'), by('notice.send', 'concern.file'), by('notice.acknowledge'), NOBODY),
  pattern: kept('pattern.read', 'pattern.write'),
  person: rule(EVERYBODY, by('account.manage'), by('account.manage'), NOBODY),
  planned_contact: rule(by('contact.read'), by('contact.write'), by('contact.write'), by('contact.write')),
  promise: kept('promise.read', 'promise.write'),
  referral: kept('referral.read', 'referral.write'),
  register_entry: rule(by('register.read'), by('register.write'), by('register.write', 'register.approve'), NOBODY),
  report: kept('report.read', 'report.write'),
  representative: kept('representative.read', 'group.write'),
  setting: rule(EVERYBODY, by('settings.manage'), by('settings.manage'), NOBODY),
  sweep_seen: rule(by('sweep.read'), by('sweep.read'), by('sweep.read'), by('sweep.read')), // one's own
  sweep_verdict: rule(by('sweep.read'), by('sweep.judge'), by('sweep.judge'), by('sweep.judge')),
  told_cell: lasting('hand-out.read', 'hand-out.write'),
  wall_code: rule(by('wall.ask'), NOBODY, NOBODY, NOBODY),
  wall_device: kept('wall.manage', 'wall.manage'),
};

type Table = { name: string; isGuarded: boolean; key: string; columns: Record<string, string> };
let tables: Table[];

beforeAll(async () => {
  const { rows } = await store.pool.query<Table>(`select relname as name, relrowsecurity as "isGuarded",
      (select attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
        where indrelid = pg_class.oid and indisprimary) as key,
      (select jsonb_object_agg(column_name, data_type) from information_schema.columns
        where table_schema = 'public' and table_name = relname and is_nullable = 'NO') as columns
    from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace order by 1`);
  tables = rows;
  const client = await store.pool.connect();
  await client.query('set session_replication_role = replica'); // rows alone, without what they belong to
  for (const { name, columns } of tables) {
    const row = rowOf(columns);
    const names = namesOf(row);
    const text = `insert into "${name}" (${names}) select ${names} from jsonb_populate_record(null::"${name}", $1)`;
    await client.query(text, [JSON.stringify(row)]);
  }
  await client.query('reset session_replication_role');
  client.release();
});

const ME = 'x';
const rowOf = (columns: Record<string, string>) =>
  Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, plainOf(type)]));
const namesOf = (row: object) =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ');

function plainOf(type: string): unknown {
  if (type.startsWith('timestamp')) return NOW;
  if (type === 'date') return NOW.slice(0, 10);
  if (/int|double/.test(type)) return 1;
  if (type === 'boolean') return false;
  if (type === 'jsonb') return {};
  return type === 'ARRAY' ? [] : ME;
}

/** Whether the row rules and grants let somebody do it; what else stands in its way (a key, a trigger) comes after them. */
async function isLet(acting: Acting, statement: SQL): Promise<boolean> {
  try {
    await store.as(acting, async (tx) => {
      const { rowCount } = await tx.execute(statement);
      throw new Undone(rowCount !== 0);
    });
    return false;
  } catch (thrown) {
    if (thrown instanceof Undone) return thrown.didAnything;
    const { cause } = thrown as { cause?: { code?: string } }; // Drizzle's own wrapping
    return cause?.code !== '42501';
  }
}

class Undone extends Error {
  readonly didAnything: boolean;
  constructor(didAnything: boolean) {
    super('undone');
    this.didAnything = didAnything;
  }
}

function statementsOf({ name, key, columns }: Table): Record<Act, SQL> {
  const [table, first] = [sql.identifier(name), sql.identifier(key)];
  const names = sql.raw(namesOf(columns));
  const row = JSON.stringify(rowOf(columns));
  return {
    look: sql`select from ${table}`,
    add: sql`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, ${row}::jsonb)`,
    change: sql`update ${table} set ${first} = ${first}`,
    remove: sql`delete from ${table}`,
  };
}

test('every table of the records has row rules, and stands in this table of who may do what', () => {
  const known = tables.filter(({ name }) => name !== 'permission'); // the table of permissions itself: read by all, written by none
  expect(known.map(({ name, isGuarded }) => `${name} ${isGuarded}`)).toEqual(
    Object.keys(RULES).map((name) => `${name} true`),
  );
});

const ACTORS = [...Role.options.map((role) => actingAs(role, ME)), passerByActing(NOW)];

test.each(Object.keys(RULES))(
  '%s: the database lets each role look, add, change and remove as it should, and no other',
  async (name) => {
    const table = tables.find((each) => each.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    const found: Rule = { look: [], add: [], change: [], remove: [] };
    for (const [act, statement] of Object.entries(statementsOf(table)) as [Act, SQL][]) {
      for (const acting of ACTORS) if (await isLet(acting, statement)) found[act].push(acting.actor.role);
    }
    expect(found).toEqual(RULES[name]);
  },
);
