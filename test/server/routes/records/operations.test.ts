import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operationRecordRoutes } from '#server/routes/records/operations.ts';
import { tellJob } from '#server/store/jobs.ts';
import { queueMail } from '#server/store/mail.ts';
import { systemActing } from '#server/store/record-store.ts';
import { callFile, feedTown, startWatch, untilTold } from '#test/fixture/feed-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const town = await feedTown();
const ask = deskOf(operationRecordRoutes(store, { out: null, in: null }, town.home));
const PATH = '/api/records/operations';

test('whoever runs the server sees the last run of each job and the letters that wait, and none of their words', async () => {
  const system = systemActing(NOW);
  await tellJob(store, system, { name: 'nightly', isDone: false, words: 'the disk is full' });
  await store.as(system, (tx) =>
    queueMail(tx, NOW, { to: ['quill@example.org'], subject: 'Lamps', text: 'The lamps are out', about: 'C-0001' }),
  );
  const { status, json } = await ask(actingAs('administrator'), 'GET', PATH);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    jobs: [{ name: 'nightly', at: NOW, isDone: false, words: 'the disk is full' }],
    letters: [{ to: ['quill@example.org'], status: 'waiting', tries: 0, lastError: null, queuedAt: NOW }],
    mail: { from: null, address: null },
  });
  expect(JSON.stringify(json)).not.toMatch(/lamps|C-0001/i);
  expect(json.database.stepsDone).toBe(json.database.stepsKnown);
  expect(json.database.stepsDone).toBeGreaterThan(5);
  expect(json.database.version).toMatch(/^\d+/);
});

test('the coordinator and the auditor may look; an officer and the city partner may not', async () => {
  expect((await ask(actingAs('coordinator'), 'GET', PATH)).status).toBe(200);
  expect((await ask(actingAs('auditor'), 'GET', PATH)).json.letters).toHaveLength(1);
  expect((await ask(actingAs('officer'), 'GET', PATH)).status).toBe(403);
  expect((await ask(actingAs('city-partner'), 'GET', PATH)).status).toBe(403);
  expect((await ask(null, 'GET', PATH)).status).toBe(401);
});

test('call files stand there with what became of each, those that wait first; where the folder lies only the administrator sees', async () => {
  const { feed, folder, put } = town;
  expect((await ask(actingAs('administrator'), 'GET', PATH)).json.feed).toEqual({
    folders: [],
    waiting: [],
    files: [],
  });
  put('a.csv', callFile(0, 10));
  put('bad.csv', 'Jane Roe,12 Pell Street\n555-0199,heard shouting\n');
  const watch = startWatch(feed);
  await untilTold(watch, 2);
  const { json } = await ask(actingAs('administrator'), 'GET', PATH);
  expect(json.feed).toMatchObject({
    folders: [{ source: 'small', title: 'Small feed', folder, trouble: '' }],
    waiting: [{ file: 'bad.csv', outcome: 'refused', line: 1, column: 'id' }],
    files: [{ file: 'a.csv', outcome: 'taken', report: { read: 10, accepted: 10, rejected: 0, duplicates: 0 } }],
  });
  expect(JSON.stringify(json)).not.toMatch(/Jane|Pell|555|shouting/);
  const coordinator = await ask(actingAs('coordinator'), 'GET', PATH);
  expect(coordinator.json.feed.folders[0].folder).toBeNull();
  expect(JSON.stringify(coordinator.json)).not.toContain(folder);
  rmSync(join(folder, 'bad.csv')); // taken away, it waits no longer
  const later = await ask(actingAs('auditor'), 'GET', PATH);
  expect(later.json.feed.waiting).toEqual([]);
  expect(later.json.feed.files.map(({ file }: { file: string }) => file)).toEqual(['bad.csv', 'a.csv']);
});
