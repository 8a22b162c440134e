import { beforeAll, expect, test } from 'vitest';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(concernRecordRoutes(store));
const officer = actingAs('officer');
const path = '/api/records/concerns';
beforeAll(() => buildTown(store));

test('V.B.4: a filed form mails the coordinator the concern, the area and the actions taken, and answers with a reference', async () => {
  const { status, json } = await ask(officer, 'POST', path, aFiling());
  expect([status, json.concern.concernId]).toEqual([201, expect.stringMatching(/^C-\d{4}$/)]);
  const { rows } = await store.pool.query(`select "to", text from mail_out where about = $1 order by "to"`, [
    json.concern.concernId,
  ]);
  expect(rows.map(({ to }) => to)).toEqual([['coordinator@city.example'], ['officer@city.example']]);
  const [{ text }] = rows;
  expect(text).toContain('Concern: Kids trying car doors on Linnet');
  expect(text).toContain('Area: 1100 block, Linnet Avenue');
  expect(text).toContain('Actions taken: Talked with them');
  expect(rows[1].text).toContain(json.concern.concernId); // the receipt
});

test('V.B.4 (last): the member who filed it, and the one who added to it, stay on it until it is closed', async () => {
  const filed = (await ask(officer, 'POST', path, aFiling())).json.concern;
  const second = actingAs('officer', 'p-second');
  const added = {
    clientKey: aFiling().clientKey,
    words: 'Again today',
    heardAt: filed.heardAt,
    efforts: '',
    aboutOfficer: 'not-asked',
  };
  await ask(second, 'POST', `${path}/${filed.concernId}/said`, added);
  for (const member of [officer, second]) {
    const { rows } = (await ask(member, 'GET', `${path}?mine=yes&status=waiting`)).json;
    expect(rows.map((row: { concernId: string }) => row.concernId)).toContain(filed.concernId);
  }
});
