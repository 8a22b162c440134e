import { expect, test } from 'vitest';
import { operationRecordRoutes } from '#server/routes/records/operations.ts';
import { tellJob } from '#server/store/jobs.ts';
import { queueMail } from '#server/store/mail.ts';
import { systemActing } from '#server/store/record-store.ts';
import { newFolder } from '#test/fixture/calls-files.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(operationRecordRoutes(store, { out: null, in: null }, newFolder()));
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
