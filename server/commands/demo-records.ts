import { createReadStream } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { planCalls } from '#data/demo/call-plan.ts';
import { DEMO_NOW, DEMO_SEED, makeCity } from '#data/demo/city.ts';
import { isOfTypes } from '#data/demo/life/feed-calls.ts';
import { type DemoLife, type DemoSource, makeLife } from '#data/demo/life/life.ts';
import { mailRecords } from '#data/demo/life/mails.ts';
import { makePatterns, PATTERN_TYPES } from '#data/demo/life/patterns.ts';
import { makeReaders } from '#data/demo/life/readers.ts';
import { MONTH_DUE_DAYS } from '#data/demo/life/report-words.ts';
import { POLICY_PROFILES } from '#data/policy/profiles.ts';
import type { BoundaryVersion } from '#data/schema/records/group.ts';
import type { Crosswalk } from '#data/schema/records/proof.ts';
import { type RecordStore, systemActing, type Tx } from '#server/store/record-store.ts';
import { concern, concernUpdate, referral } from '#server/store/tables/concerns.ts';
import { contact, meeting, plannedContact, promise } from '#server/store/tables/contacts.ts';
import { boundaryVersion, designation, group, representative } from '#server/store/tables/groups.ts';
import { handOutReader } from '#server/store/tables/hand-outs.ts';
import { mailIn, notice, registerEntry, report } from '#server/store/tables/notices.ts';
import { person, setting } from '#server/store/tables/people.ts';
import { pattern, sweepVerdict } from '#server/store/tables/sweep.ts';
import { demoCallsFile } from './demo-home.ts';
import { makeReports } from './demo-reports.ts';

/** Raised when the life of the demo changes; a database that holds an older one keeps it. */
const LIFE_VERSION = 7;
const MARK = 'demo/life';
const DEMO_DEPARTMENT = { name: 'Calder Bend Police', phone: '555-0142', email: 'outreach@police.example.org' };
const ROWS_AT_ONCE = 400; // PostgreSQL takes 65,535 values in one statement

/** The feed's text in pieces; its calls are what patterns are made of. */
type Feed = () => Iterable<string> | AsyncIterable<string>;

export const demoFeed =
  (home: string): Feed =>
  () =>
    createReadStream(demoCallsFile(home), 'utf8');

/**
 * Fills an empty database with the demo city's thirty months of records, in one transaction,
 * and leaves a mark. Does nothing where the mark is; says whether it wrote.
 */
export async function seedDemoRecords(store: RecordStore, source: DemoSource, feed: Feed): Promise<boolean> {
  return store.as(systemActing(DEMO_NOW), async (tx) => {
    const { rows } = await tx.execute(sql`select from ${setting} where ${setting.key} = ${MARK}`);
    if (rows.length > 0) return false;
    await insertLife(tx, makeLife(source));
    const patterns = makePatterns(source.plan, await linesOf(feed(), isOfTypes(PATTERN_TYPES)));
    await insertAll(tx, pattern, patterns);
    await countOn(tx, 'pattern_number', patterns.length);
    await tx.insert(setting).values([
      { key: 'handOut', value: DEMO_DEPARTMENT },
      { key: 'monthlyReportDueDays', value: MONTH_DUE_DAYS },
      { key: 'crosswalk', value: printedStandards() },
    ]);
    await tx.insert(setting).values({ key: MARK, value: { version: LIFE_VERSION } });
    return true;
  });
}

/** The crosswalk as far as the demo's two policies themselves name a standard. */
const printedStandards = (): Crosswalk => ({
  revision: 1,
  rows: POLICY_PROFILES.flatMap(({ clauses }) =>
    clauses.flatMap(({ clause, standards }) =>
      standards.map((standard) => ({ clause, standard, edition: '', note: 'As the policy prints it.' })),
    ),
  ),
});

/** The lines of the feed that are wanted; the others are not kept. */
async function linesOf(feed: ReturnType<Feed>, isWanted: (line: string) => boolean): Promise<string[]> {
  const wanted: string[] = [];
  let rest = '';
  for await (const piece of feed) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    wanted.push(...lines.filter(isWanted));
  }
  return wanted;
}

/** The demo city, made when it is first asked for: a database that holds the life already never needs it. */
export function demoSource(seed: number = DEMO_SEED): DemoSource {
  let made: DemoSource | undefined;
  const make = (): DemoSource => {
    if (made === undefined) {
      const city = makeCity(seed);
      made = { city, plan: planCalls(city) };
    }
    return made;
  };
  return {
    get city() {
      return make().city;
    },
    get plan() {
      return make().plan;
    },
  };
}

async function insertLife(tx: Tx, life: DemoLife): Promise<void> {
  const add = (table: PgTable, rows: readonly Record<string, unknown>[]) => insertAll(tx, table, rows);
  await add(person, life.persons);
  await add(group, life.groups);
  await add(designation, life.designations);
  await add(representative, life.representatives);
  await add(handOutReader, makeReaders(life.representatives));
  await add(boundaryVersion, life.boundaryVersions.map(withBox));
  await add(meeting, life.meetings);
  await add(concern, life.concerns);
  await add(concernUpdate, life.updates);
  await add(referral, life.referrals);
  await add(contact, life.contacts);
  await add(plannedContact, life.planned);
  await add(promise, life.promises);
  await add(notice, life.notices);
  await add(registerEntry, life.entries);
  await add(sweepVerdict, life.verdicts);
  await add(report, makeReports(life));
  await add(
    mailIn,
    mailRecords(life.mails).map((mail) => ({ ...mail, raw: Buffer.from(mail.raw) })),
  );
  await countOn(tx, 'concern_number', life.concerns.length);
  await countOn(tx, 'record_number', life.contacts.length);
}

async function insertAll(tx: Tx, table: PgTable, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.insert(table).values(rows.slice(from, from + ROWS_AT_ONCE));
  }
}

/** The next reference follows the last of the demo. */
async function countOn(
  tx: Tx,
  sequence: 'concern_number' | 'record_number' | 'pattern_number',
  to: number,
): Promise<void> {
  await tx.execute(sql`select count(nextval(${sequence}::regclass)) from generate_series(1, ${to})`);
}

function withBox(version: BoundaryVersion) {
  const { geometry } = version;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  const lons = rings.flatMap((ring) => ring.map(([lon]) => lon));
  const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat));
  return {
    ...version,
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  };
}
