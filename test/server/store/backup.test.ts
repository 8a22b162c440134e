import { chmodSync, mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { writeBackup } from '#server/store/backup.ts';
import { born, nextReference } from '#server/store/kept.ts';
import { openRecords } from '#server/store/open-records.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { restoreBackup } from '#server/store/restore.ts';
import { concern, concernUpdate } from '#server/store/tables/concerns.ts';
import { mailIn } from '#server/store/tables/notices.ts';
import { bulletin, pattern, sweepSeen, sweepVerdict } from '#server/store/tables/sweep.ts';
import { NOW } from '#test/fixture/record-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-backup-'));
chmodSync(folder, 0o711);
afterAll(() => rm(folder, { recursive: true, force: true }));
const acting = systemActing(NOW);
const noon = async () => '2026-12-15T12:00:00'; // when it is put back

/** Each concern is written with its update, and changed once, all in one transaction. */
async function writeConcern(store: RecordStore, concernId: string): Promise<void> {
  const sheet = { way: 'phone', heardAt: NOW, placeConfidence: 'words-only', contactWish: 'none-given' } as const;
  await store.as(acting, async (tx) => {
    await tx
      .insert(concern)
      .values({ concernId, words: 'Ñandú, "quoted"\n\u2028line', filedBy: 'p', ...sheet, ...born(acting) });
    await tx
      .insert(concernUpdate)
      .values({ updateId: concernId, concernId, kind: 'said', at: NOW, by: 'p', from: 'a', to: 'b', words: 'x' });
    await tx.update(concern).set({ revision: sql`revision + 1` }).where(eq(concern.concernId, concernId));
  });
}

/** A pattern with a bulletin of it, the verdict that led there, and that somebody opened it. */
async function writePattern(store: RecordStore): Promise<string> {
  const week = { week: '2026-12-07', kind: 'spike', candidateKey: 'eastbank~theft' } as const;
  return store.as(acting, async (tx) => {
    const patternId = await nextReference(tx, 'P');
    await tx.insert(pattern).values({
      ...{ patternId, name: 'Ñ', type: 'series', from: week.week, to: week.week, source: 'list', ...born(acting) },
      ...{ calls: [{ callId: 'a', kept: false, reason: 'No.' }], label: 'open', release: 'group' },
      synopsis: { what: 'a', where: 'b', when: 'c', how: 'd', advice: 'e' },
    });
    await tx.insert(bulletin).values({
      ...{ bulletinId: await nextReference(tx, 'PB'), patternId, sentAt: NOW, sentBy: 'p', sentTo: [] },
      ...{ facts: { a: [1, null] }, hash: 'h' },
    });
    await tx.insert(sweepVerdict).values({
      ...{ verdictId: `V-${patternId}`, ...week, title: 'a', sentence: 'b', choice: 'pattern', patternId },
      ...born(acting),
    });
    await tx.insert(sweepSeen).values({ personId: acting.actor.personId, ...week });
    return patternId;
  });
}

const sweepOf = async (store: RecordStore) => {
  const { rows } = await store.pool.query(`select
    (select jsonb_agg(p order by pattern_id) from pattern p) as patterns, (select jsonb_agg(b) from bulletin b) as bulletins,
    (select jsonb_agg(v) from sweep_verdict v) as verdicts, (select jsonb_agg(s) from sweep_seen s) as seen`);
  return rows[0];
};

const stateOf = async (store: RecordStore) => {
  const { rows } = await store.pool.query(`select
    (select jsonb_agg(to_jsonb(c) order by concern_id) from concern c) as concerns,
    (select encode(raw, 'hex') from mail_in) as raw,
    (select count(*)::int from concern full join concern_update using (concern_id) where revision is distinct from 2 or update_id is null) as halves,
    (select count(*)::int from audit) as lines,
    find_audit_break() as broken`);
  return rows[0];
};

test('a backup taken while others write is of one moment, and comes back whole', async () => {
  const home = join(folder, 'one');
  await mkdir(join(home, 'calls'), { recursive: true });
  await writeFile(join(home, 'calls', '2026.parquet'), Buffer.alloc(3_000_000, 7));
  await writeFile(join(home, 'store.json'), '{}');
  const store = await openRecords({ home });
  const raw = Buffer.from([0, 255, 10, 13, 92, 128]);
  await store.as(acting, (tx) =>
    tx.insert(mailIn).values({ mailId: 'M-1', receivedAt: NOW, raw, from: 'a', subject: 'b', sizeBytes: 6 }),
  );
  expect(await writePattern(store)).toBe('P-0001');
  const sweep = await sweepOf(store);
  for (let i = 0; i < 30; i++) await writeConcern(store, `before-${i}`);
  const before = await stateOf(store);

  let isWriting = true;
  let later = 0;
  const load = [0, 1, 2].map(async (writer) => {
    for (let i = 0; isWriting; i++) {
      await writeConcern(store, `during-${writer}-${i}`);
      later += 1;
    }
  });
  const file = join(folder, 'one.tar.gz');
  await writeBackup(home, store, file, NOW);
  isWriting = false;
  await Promise.all(load);
  await store.close();

  await restoreBackup(file, { home: join(folder, 'two') }, noon);
  const restored = await openRecords({ home: join(folder, 'two') });
  const after = await stateOf(restored);
  expect(await sweepOf(restored)).toEqual(sweep);
  expect(Object.values(sweep)).not.toContain(null);
  await writeConcern(restored, 'and-on-it-goes');
  const grown = await stateOf(restored);
  const next = await restored.as(acting, async (tx) => [
    await nextReference(tx, 'P'),
    await nextReference(tx, 'PB'),
    await nextReference(tx, 'C'),
  ]);
  await restored.close();
  expect(later).toBeGreaterThan(0);
  expect(after.concerns.filter((each: { concern_id: string }) => each.concern_id.startsWith('before'))).toEqual(
    before.concerns,
  );
  expect(after).toMatchObject({ raw: raw.toString('hex'), halves: 0, broken: null });
  expect(after.lines).toBe(after.concerns.length * 3 + 5); // a letter, a pattern, its bulletin and its verdict, and the restore itself
  expect(next).toEqual(['P-0002', 'PB-0002', 'C-0001']);
  expect(grown).toMatchObject({ lines: after.lines + 3, broken: null });
  expect(await readFile(join(folder, 'two', 'calls', '2026.parquet'))).toEqual(Buffer.alloc(3_000_000, 7));
});

test('a home that holds records is left alone', async () => {
  await expect(restoreBackup(join(folder, 'one.tar.gz'), { home: join(folder, 'one') }, noon)).rejects.toThrow(
    /one: this home holds records/,
  );
});

test('a backup that was cut short is refused, and leaves an empty home empty', async () => {
  const file = join(folder, 'short.tar.gz');
  await writeFile(file, await readFile(join(folder, 'one.tar.gz')));
  await truncate(file, 4000);
  const home = join(folder, 'three');
  await expect(restoreBackup(file, { home }, noon)).rejects.toThrow(/short\.tar\.gz: this is no whole backup/);
  await expect(restoreBackup(join(folder, 'two', 'store.json'), { home }, noon)).rejects.toThrow(/no whole backup/);
  await restoreBackup(join(folder, 'one.tar.gz'), { home }, noon);
});
