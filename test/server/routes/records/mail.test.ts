import { expect, test } from 'vitest';
import { ABOUT_OFFICER } from '#data/schema/records/concern-filing.ts';
import { mailRoutes } from '#server/routes/records/mail.ts';
import { findLetter, keepLetter } from '#server/store/mail.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern } from '#server/store/tables/concerns.ts';
import { person } from '#server/store/tables/people.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const system = systemActing(NOW);
const coordinator = actingAs('coordinator', 'p-jordan');
const ask = deskOf(mailRoutes(store));
await store.as(system, (tx) =>
  tx.insert(person).values({ personId: 'p-jordan', name: 'Jordan', role: 'coordinator', email: 'jordan@example.org' }),
);

test('filing words that complain about an officer is refused and leaves the letter, until a person says they are none', async () => {
  const kept = { raw: Buffer.from('A bad evening'), from: 'ana@elsewhere.example', subject: 'Pell Street' };
  const reviewReason = 'It is not from a member of the department.';
  const mailId = await store.as(system, (tx) => keepLetter(tx, { ...kept, receivedAt: NOW, reviewReason }));
  const path = `/api/records/mail/${mailId}/file`;
  const complaint = 'The officer who came was rude to my mother';
  const refusals = [
    { words: complaint, area: 'Pell Street', actions: '' },
    { words: 'A bad evening', area: 'Pell Street', actions: complaint },
    { words: 'A bad evening', area: 'Pell Street', actions: '', aboutOfficer: 'yes' },
  ];
  for (const parts of refusals) {
    const { status, json } = await ask(coordinator, 'POST', path, parts);
    expect(status).toBe(422);
    expect(json).toMatchObject({ type: ABOUT_OFFICER, detail: expect.stringMatching(/not kept here\. It belongs to/) });
  }
  const concerns = () => store.as(system, (tx) => tx.select().from(concern));
  expect(await concerns()).toEqual([]);
  expect(await store.as(system, (tx) => findLetter(tx, mailId))).toMatchObject({ status: 'review', found: null });
  const none = { words: complaint, area: 'Pell Street', actions: '', aboutOfficer: 'no' };
  expect((await ask(coordinator, 'POST', path, none)).status).toBe(201);
  expect((await concerns()).map(({ words }) => words)).toEqual([complaint]);
});
