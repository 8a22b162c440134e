import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRecordRoutes(store)).route('/', concernUpdateRoutes(store)));
const officer = actingAs('officer');
const path = '/api/records/concerns';
beforeAll(() => buildTown(store));

test('how a resident is reached is shown to the owner, who filed it and who sorts concerns, and to no other reader', async () => {
  const filing = aFiling({ contactWish: 'may-email', contactName: 'Quillon', contactReach: 'quillon@mail.example' });
  const { concernId } = (await ask(officer, 'POST', path, filing)).json.concern;
  const owner = actingAs('officer', 'p-whitlock');
  const others = [actingAs('analyst'), actingAs('auditor'), actingAs('officer', 'p-another')];
  for (const reader of [officer, owner, actingAs('coordinator'), actingAs('section-commander')]) {
    expect((await ask(reader, 'GET', `${path}/${concernId}`)).json.contactName).toBe('Quillon');
    expect((await ask(reader, 'GET', `${path}/${concernId}/story`)).json).toMatchObject({ hidesReach: false });
  }
  const stale = { act: 'next-step', revision: 9, nextStep: 'x', nextStepOn: null };
  const added = { clientKey: randomUUID(), words: 'Again', heardAt: NOW, efforts: '', aboutOfficer: 'no' };
  for (const reader of others) {
    const answers = [
      await ask(reader, 'GET', `${path}/${concernId}`),
      await ask(reader, 'GET', `${path}/${concernId}/story`),
      await ask(reader, 'PATCH', `${path}/${concernId}`, { revision: 9, title: 'Lamps' }),
      await ask(reader, 'POST', `${path}/${concernId}/status`, stale),
    ];
    expect(answers[1]?.json.hidesReach).toBe(true);
    expect(JSON.stringify(answers.map(({ json }) => json))).not.toMatch(/quillon@|Quillon/);
  }
  const writers = [actingAs('analyst'), actingAs('officer', 'p-another')];
  for (const writer of writers) {
    const more = await ask(writer, 'POST', `${path}/${concernId}/said`, { ...added, clientKey: randomUUID() });
    const { revision } = more.json.concern;
    const changed = await ask(writer, 'PATCH', `${path}/${concernId}`, { revision, title: 'Lamps' });
    const told = await ask(writer, 'POST', `${path}/${concernId}/status`, { ...stale, revision: revision + 1 });
    expect([more.status, changed.status, told.status]).toEqual([200, 200, 200]);
    expect(JSON.stringify([more.json, changed.json, told.json])).not.toMatch(/quillon@|Quillon/);
  }
  const kept = (await ask(owner, 'GET', `${path}/${concernId}`)).json;
  expect(kept).toMatchObject({ contactName: 'Quillon', contactReach: 'quillon@mail.example' });
  expect((await ask(actingAs('analyst'), 'GET', `${path}/${concernId}/story`)).json.writesTo.resident).toBe(
    'q…@mail.example',
  );
});
