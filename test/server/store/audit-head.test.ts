import { appendFile, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, inject, test } from 'vitest';
import { HEADS, keepHead, readHeads } from '#server/store/audit-head.ts';
import { judgeAudit } from '#server/store/audit-verdict.ts';
import { writeBackup } from '#server/store/backup.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';
import { restoreBackup } from '#server/store/restore.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { actingAs, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const second = await freshStore();
const folder = await homeFolder('heads');
afterAll(() => rm(folder, { recursive: true, force: true }));
let home: string;
let made = 0;

beforeEach(async () => {
  home = join(folder, `home-${made++}`);
  await mkdir(home);
  for (const each of [store, second]) await asOwner(each, 'delete from audit');
});

/** What somebody can do who owns the database: the triggers that guard the audit are switched off meanwhile. */
async function asOwner(at: RecordStore, ...statements: string[]): Promise<void> {
  for (const each of ['alter table audit disable trigger user', ...statements, 'alter table audit enable trigger user'])
    await at.pool.query(each);
}

/** Makes every hash anew, each over its line and the one before it, as the database itself does. */
const CHAIN_ANEW = `do $$ declare line audit; before text := ''; begin
  for line in select * from audit order by number loop
    before := encode(sha256(convert_to(before || chr(30) || audit_text(line), 'UTF8')), 'hex');
    update audit set hash = before where number = line.number;
  end loop; end $$`;

async function print(at: RecordStore, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await at.as(actingAs('auditor'), (tx) =>
      auditAct(tx, { action: 'print', kind: 'report', recordId: `R-${n}`, words: 'Paper' }),
    );
  }
}

const nightOf = (day: number) => `2026-12-${day}T02:10:00`;
const keepNight = (day: number) => keepHead(home, store.pool, { at: nightOf(day), why: 'night' });
const judge = (at: RecordStore = store, in_ = home) => at.as(actingAs('auditor'), (tx) => judgeAudit(tx, in_));

/** Three nights: the audit has 2, 4 and 6 lines. */
async function threeNights(): Promise<void> {
  for (const day of [14, 15, 16]) {
    await print(store, 2);
    await keepNight(day);
  }
}

test('an honest chain passes through every head that was kept, and goes on', async () => {
  await threeNights();
  await print(store, 1);
  expect(await judge()).toEqual({
    lines: 7,
    brokenAt: null,
    heads: { kept: 3, last: { number: 6, at: nightOf(16) }, astray: null, restores: [], unreadableAt: null },
  });
  const kept = (await readFile(join(home, HEADS), 'utf8')).trimEnd().split('\n');
  const { rows } = await store.pool.query('select number, hash from audit where number in (2, 4, 6) order by number');
  expect(kept).toEqual(rows.map(({ number, hash }, n) => `${number} ${hash} ${nightOf(14 + n)} night`));
});

test('an end that was cut off is named, though what is left follows line by line', async () => {
  await threeNights();
  await asOwner(store, 'delete from audit where number > 4');
  expect(await judge()).toMatchObject({
    lines: 4,
    brokenAt: null,
    heads: { astray: { number: 6, at: nightOf(16), isMissing: true, goodTo: { number: 4, at: nightOf(15) } } },
  });
});

test('an end that was cut off and grew again is another one, also where it is longer than before', async () => {
  await threeNights();
  await asOwner(store, 'delete from audit where number > 4');
  await print(store, 9);
  expect(await judge()).toMatchObject({
    lines: 13,
    brokenAt: null,
    heads: { astray: { number: 6, isMissing: false, goodTo: { number: 4 } } },
  });
});

test.each([
  [3, { number: 4, at: nightOf(15), isMissing: false, goodTo: { number: 2, at: nightOf(14) } }],
  [1, { number: 2, at: nightOf(14), isMissing: false, goodTo: null }],
])(
  'a chain that was made anew from line %i with right hashes is found at the first head after it',
  async (line, astray) => {
    await threeNights();
    await asOwner(store, `update audit set words = 'Nothing' where number = ${line}`, CHAIN_ANEW);
    expect(await judge()).toMatchObject({ lines: 6, brokenAt: null, heads: { kept: 3, astray } });
  },
);

test('without a head nothing is claimed, and an audit without a line has none to keep', async () => {
  expect(await keepNight(14)).toBeNull();
  await print(store, 2);
  expect(await judge()).toMatchObject({ lines: 2, heads: { kept: 0, last: null, astray: null, unreadableAt: null } });
  await expect(readFile(join(home, HEADS))).rejects.toThrow(/ENOENT/);
});

test('a line that is no head is named, the others are compared, and the next head stands on a line of its own', async () => {
  await threeNights();
  const [first = ''] = (await readFile(join(home, HEADS), 'utf8')).split('\n');
  for (const torn of ['7 abc', first.slice(0, -6), `${first} of ${nightOf(1)}`, first.replace('T02:10:00', ''), '']) {
    await writeFile(join(home, HEADS), `${first}\n${torn}`);
    if (torn === '') await appendFile(join(home, HEADS), '\n');
    await keepNight(17);
    const { heads, unreadable } = await readHeads(home);
    expect([torn, heads.map(({ number }) => number), unreadable]).toEqual([torn, [2, 6], [2]]);
    expect((await judge()).heads).toMatchObject({ kept: 2, last: { at: nightOf(17) }, astray: null, unreadableAt: 2 });
  }
  await asOwner(store, 'delete from audit where number > 1');
  expect((await judge()).heads).toMatchObject({ astray: { number: 2, isMissing: true }, unreadableAt: 2 });
});

/** A backup of the second night; the third is kept after it. */
async function backupThenNight(): Promise<string> {
  const file = join(folder, `${made}.tar.gz`);
  await print(store, 4);
  await keepNight(15);
  await writeBackup(home, store, file, '2026-12-15T18:00:00');
  await print(store, 2);
  await keepNight(16);
  return file;
}

async function restoreInto(other: string, file: string): Promise<void> {
  const { rows } = await second.pool.query<{ name: string }>('select current_database() as name');
  const place = { home: other, databaseUrl: `${inject('postgres')}/${rows[0]?.name}` };
  await restoreBackup(file, place, async () => '2026-12-17T09:00:00');
}

const CAME_BACK = { at: '2026-12-17T09:00:00', backupOf: '2026-12-15T18:00:00', cameTo: 4 };

test('a restored home says so, in its audit and beside it, brings the heads of its backup, and is no alarm', async () => {
  const file = await backupThenNight();
  const other = join(folder, `restored-${made}`);
  await restoreInto(other, file);
  const { rows } = await second.pool.query(
    'select number, person_id, kind, local_at, words from audit where number > 4',
  );
  const words = 'the records came back from a backup of 2026-12-15T18:00:00, which ends at line 4';
  expect(rows).toEqual([{ number: 5, person_id: 'system', kind: 'restore', local_at: CAME_BACK.at, words }]);
  expect((await readHeads(other)).heads.map(({ number, why }) => [number, why])).toEqual([
    [4, 'night'],
    [4, 'backup'],
    [5, 'restore'],
  ]);
  await print(second, 3);
  expect(await judge(second, other)).toEqual({
    lines: 8,
    brokenAt: null,
    heads: {
      ...{ kept: 3, last: { number: 5, at: CAME_BACK.at }, astray: null, unreadableAt: null },
      restores: [{ ...CAME_BACK, lostTo: null }],
    },
  });
});

test('heads of after the backup that the home still keeps are told as lost in the restore, and are no alarm', async () => {
  const file = await backupThenNight();
  const other = join(folder, `restored-${made}`);
  await mkdir(other);
  await copyFile(join(home, HEADS), join(other, HEADS));
  await restoreInto(other, file);
  await print(second, 9);
  const { lines, heads } = await judge(second, other);
  expect(lines).toBe(14);
  expect(heads).toMatchObject({ kept: 3, astray: null, restores: [{ ...CAME_BACK, lostTo: 6 }] });
  await asOwner(second, 'delete from audit where number > 4');
  expect((await judge(second, other)).heads).toMatchObject({ astray: { number: 5, isMissing: true } });
});

test('a database that was put back without the restore is an alarm, whatever a line of its audit says', async () => {
  await threeNights();
  await asOwner(store, 'delete from audit where number > 4');
  await store.as(actingAs('auditor'), (tx) =>
    auditAct(tx, { action: 'other', kind: 'restore', recordId: '', words: 'the records came back from a backup' }),
  );
  expect((await judge()).heads).toMatchObject({ astray: { number: 6, isMissing: true }, restores: [] });
});
