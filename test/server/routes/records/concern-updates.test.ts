import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { ABOUT_OFFICER } from '#data/schema/records/concern-filing.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { referralRoutes } from '#server/routes/records/referrals.ts';
import { systemActing } from '#server/store/record-store.ts';
import { representative } from '#server/store/tables/groups.ts';
import { mailOut } from '#server/store/tables/notices.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const routes = newRoutes()
  .route('/', concernRecordRoutes(store))
  .route('/', concernUpdateRoutes(store))
  .route('/', referralRoutes(store));
const ask = deskOf(routes);
const officer = actingAs('officer', 'p-whitlock');
const path = '/api/records/concerns';
const aWord = (differs = {}) => ({
  ...{ revision: 1, kind: 'did', other: '', words: 'Patrols on weekday afternoons.', on: '2026-12-14', mail: 'none' },
  ...differs,
});
const aClosing = (differs = {}) => ({
  ...{ act: 'close', revision: 1, reason: 'resolved', words: 'The lamps burn again.', declinedBy: '', instead: '' },
  ...{ residentAgrees: null, mail: 'none' },
  ...differs,
});
const file = async (differs = {}): Promise<string> =>
  (await ask(actingAs('officer'), 'POST', path, aFiling(differs))).json.concern.concernId;
const mailsAbout = async (concernId: string) =>
  store.as(systemActing(NOW), async (tx) =>
    (await tx.select().from(mailOut)).filter(
      ({ about, subject }) => about === concernId && !/: (received|a new concern)$/.test(subject),
    ),
  );

beforeAll(async () => {
  await buildTown(store);
  await store.as(systemActing(NOW), (tx) =>
    tx.insert(representative).values({
      ...{ representativeId: 'RP-1', groupId: 'eastbank', name: 'Ines', position: 'president', isLeader: true },
      ...{ email: 'ines@eastbank.example', validFrom: '2025-01-01' },
      ...{ createdAt: NOW, createdBy: 'system', updatedAt: NOW, updatedBy: 'system' },
    }),
  );
});

test('the earliest action is the first action, the latest word is the last word, and an action opens a new concern', async () => {
  const id = await file();
  const first = await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ on: '2026-12-10' }));
  expect(first).toMatchObject({ status: 200, json: { status: 'open', firstActionOn: '2026-12-10', revision: 2 } });
  const later = await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ revision: 2 }));
  expect(later.json.firstActionOn).toBe('2026-12-10');
  const told = aWord({ revision: 3, kind: 'told', words: 'Patrols go on to January.' });
  expect((await ask(officer, 'POST', `${path}/${id}/updates`, told)).json.lastToldOn).toBe('2026-12-14');
  const { updates } = (await ask(officer, 'GET', `${path}/${id}/story`)).json;
  expect(updates[0]).toMatchObject({
    kind: 'told',
    from: 'p-whitlock',
    to: 'the group',
    words: 'Patrols go on to January.',
  });
  expect(updates).toHaveLength(3);
});

test('a day that has not come cannot be logged, and a stale writer gets the concern as it is now', async () => {
  const id = await file();
  const future = await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ on: '2026-12-15' }));
  expect(future).toMatchObject({ status: 422, json: { errors: [{ path: 'on' }] } });
  await ask(officer, 'POST', `${path}/${id}/updates`, aWord());
  const stale = await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ words: 'Late.' }));
  expect(stale).toMatchObject({ status: 409, json: { current: { concernId: id, revision: 2 } } });
  const { updates } = (await ask(officer, 'GET', `${path}/${id}/story`)).json;
  expect(updates.map(({ words }: { words: string }) => words)).not.toContain('Late.');
});

test('a word is mailed to a resident who wished it and to the group, and never to one who stays unnamed', async () => {
  const wished = await file({ contactWish: 'may-email', contactReach: 'dana@mail.example' });
  const word = aWord({ kind: 'told', words: 'The lamps are ordered.', mail: 'resident' });
  expect((await ask(officer, 'POST', `${path}/${wished}/updates`, word)).status).toBe(200);
  await ask(officer, 'POST', `${path}/${wished}/updates`, { ...word, revision: 2, mail: 'representative' });
  expect((await mailsAbout(wished)).map(({ to }) => to)).toEqual([['dana@mail.example'], ['ines@eastbank.example']]);
  const unnamed = await file({ contactWish: 'anonymous' });
  const refused = await ask(officer, 'POST', `${path}/${unnamed}/updates`, word);
  expect(refused).toMatchObject({ status: 422, json: { errors: [{ path: 'mail' }] } });
  expect(await mailsAbout(unnamed)).toEqual([]);
  expect((await ask(officer, 'GET', `${path}/${unnamed}/story`)).json.concern.revision).toBe(1);
});

test('"not ours" says which unit declined and what else to do', async () => {
  const id = await file();
  const without = await ask(officer, 'POST', `${path}/${id}/status`, aClosing({ reason: 'not-ours' }));
  expect(without).toMatchObject({ status: 422, json: { errors: [{ path: 'declinedBy' }] } });
  const half = aClosing({ reason: 'not-ours', declinedBy: 'Street lamps' });
  expect((await ask(officer, 'POST', `${path}/${id}/status`, half)).json.errors[0].path).toBe('instead');
  const whole = await ask(officer, 'POST', `${path}/${id}/status`, { ...half, instead: 'Call 555-0100.' });
  expect(whole.json).toMatchObject({ status: 'closed', closeReason: 'not-ours', closedOn: '2026-12-14' });
  expect(whole.json.closeWords).toBe('The lamps burn again. Street lamps declined it. What you can do: Call 555-0100.');
});

test('a closing says whom it can be sent to, sends what it says it sends, and claims no word to anybody where nobody was told', async () => {
  const wished = await file({ contactWish: 'may-email', contactReach: 'dana@mail.example', title: 'Lamps' });
  const story = async (id: string) => (await ask(officer, 'GET', `${path}/${id}/story`)).json;
  expect((await story(wished)).writesTo).toEqual({ resident: 'dana@mail.example', representatives: ['Ines'] });
  await ask(officer, 'POST', `${path}/${wished}/status`, aClosing({ mail: 'resident' }));
  expect(await mailsAbout(wished)).toMatchObject([
    { to: ['dana@mail.example'], subject: `Lamps (${wished})`, text: 'The lamps burn again.' },
  ]);
  expect((await story(wished)).updates[0]).toMatchObject({ kind: 'told', to: 'the resident' });

  const untold = await file({ contactWish: 'anonymous' });
  expect((await story(untold)).writesTo.resident).toBeNull();
  const closed = await ask(officer, 'POST', `${path}/${untold}/status`, aClosing({ mail: 'nobody' }));
  expect(closed.json).toMatchObject({ status: 'closed', closeWords: 'The lamps burn again.', lastToldOn: null });
  expect((await story(untold)).updates[0]).toMatchObject({ kind: 'status', to: '' });
  expect(await mailsAbout(untold)).toEqual([]);
});

test('a referral that waits keeps a concern open, and a closed one takes no action until it is reopened', async () => {
  const id = await file();
  const sent = await ask(officer, 'POST', `${path}/${id}/referrals`, {
    ...{ revision: 1, to: 'City, street lamps', toEmail: null, isInside: false },
    ...{ whyNeeded: 'The lamps belong to the city.', expectedBy: '2026-12-28' },
  });
  const early = await ask(officer, 'POST', `${path}/${id}/status`, aClosing({ revision: 2 }));
  expect(early.json.detail).toContain(sent.json.referralId);
  const withdrawn = { act: 'withdraw', revision: 1, words: 'The city came by itself.' };
  await ask(officer, 'POST', `/api/records/referrals/${sent.json.referralId}/acts`, withdrawn);
  expect((await ask(officer, 'POST', `${path}/${id}/status`, aClosing({ revision: 2 }))).status).toBe(200);
  expect((await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ revision: 3 }))).status).toBe(422);
  const reopened = { act: 'reopen', revision: 3, words: 'Dark again since Sunday.' };
  const open = await ask(actingAs('coordinator'), 'POST', `${path}/${id}/status`, reopened);
  expect(open.json).toMatchObject({ status: 'open', closedOn: null, closeReason: null });
  const told = (await mailsAbout(id)).at(-1);
  expect(told).toMatchObject({ text: 'Dark again since Sunday.' });
  expect(told?.to.toSorted()).toEqual(['officer@city.example', 'whitlock@city.example']);
});

test('the next step is kept with its day, and the history of changes names who changed what', async () => {
  const id = await file();
  const step = { act: 'next-step', revision: 1, nextStep: 'Tell the group what changed.', nextStepOn: '2026-12-17' };
  await ask(officer, 'POST', `${path}/${id}/status`, step);
  const story = (await ask(officer, 'GET', `${path}/${id}/story`)).json;
  expect(story.concern).toMatchObject({ nextStep: 'Tell the group what changed.', nextStepOn: '2026-12-17' });
  expect(story.changes[0]).toMatchObject({ personId: 'p-whitlock', action: 'change' });
  expect(story.changes[0].changed.next_step_on).toEqual([null, '2026-12-17']);
  expect(JSON.stringify(story.changes)).not.toContain('Kids trying car doors');
});

test('a concern that is not there is not there, and nobody without a sign-in reads one', async () => {
  expect((await ask(officer, 'GET', `${path}/C-9999/story`)).status).toBe(404);
  expect((await ask(null, 'GET', `${path}/C-9999/story`)).status).toBe(401);
  expect((await ask(actingAs('chief'), 'POST', `${path}/C-9999/updates`, aWord())).status).toBe(403);
});

test('words added later that complain about an officer are sent elsewhere and kept nowhere, like a filing', async () => {
  const id = await file({ words: 'Cars race by the park' });
  const words = 'The officer was rude to my Pangolin and shoved me';
  const partner = actingAs('city-partner', 'p-partner');
  await ask(actingAs('coordinator'), 'POST', `${path}/${id}/sharing`, { revision: 1, sharedWithCity: true });
  const tries = [
    await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ revision: 2, kind: 'said', words })),
    await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ revision: 2, words: 'Pangolin', aboutOfficer: 'yes' })),
    await ask(partner, 'POST', `${path}/${id}/partner-updates`, { words }),
    await ask(officer, 'PATCH', `${path}/${id}`, { revision: 2, words }),
  ];
  for (const { status, json } of tries)
    expect({ status, type: json.type }).toEqual({ status: 422, type: ABOUT_OFFICER });
  for (const table of ['concern', 'concern_update', 'audit', 'mail_out', 'notice']) {
    const { rows } = await store.as(systemActing(NOW), (tx) =>
      tx.execute(sql`select 1 from ${sql.identifier(table)} t where t::text like '%Pangolin%'`),
    );
    expect(rows, table).toEqual([]);
  }
  const not = aWord({
    revision: 2,
    kind: 'said',
    words: 'The officer came; a driver threatened us',
    aboutOfficer: 'no',
  });
  expect((await ask(officer, 'POST', `${path}/${id}/updates`, not)).status).toBe(200);
  const other = await ask(officer, 'PATCH', `${path}/${id}`, { revision: 3, title: 'Racing' });
  expect(other).toMatchObject({ status: 200, json: { title: 'Racing' } });
});
