import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openRecords } from '#server/store/open-records.ts';
import { person } from '#server/store/tables/people.ts';
import { actingAs } from '#test/fixture/record-desk.ts';

const home = mkdtempSync(join(tmpdir(), 'commonbeat-records-'));
chmodSync(home, 0o711); // as a department's folder is: others may pass, not look
afterAll(() => rm(home, { recursive: true, force: true }));

const somebody = { personId: 'p-1', name: 'Quill', role: 'officer', email: 'quill@example.org' } as const;

test('a home without a database gets one, and finds its records again', async () => {
  const first = await openRecords({ home });
  await first.as(actingAs('administrator'), (tx) => tx.insert(person).values(somebody));
  await first.close();
  const second = await openRecords({ home });
  const people = await second.as(actingAs('officer'), (tx) => tx.select().from(person));
  await second.close();
  expect(people).toMatchObject([somebody]);
});

test('two openings of one home share the database; the last to leave stops it', async () => {
  const one = await openRecords({ home });
  const two = await openRecords({ home });
  const { rows } = await two.pool.query('show port');
  expect((await one.pool.query('show port')).rows).toEqual(rows);
  await one.pool.end();
  await two.close();
});
