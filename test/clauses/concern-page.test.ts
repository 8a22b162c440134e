import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { referralRoutes } from '#server/routes/records/referrals.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const routes = newRoutes()
  .route('/', concernRecordRoutes(store))
  .route('/', concernUpdateRoutes(store))
  .route('/', referralRoutes(store));
const ask = deskOf(routes);
const officer = actingAs('officer', 'p-whitlock');
const member = actingAs('analyst', 'p-analyst');
const partner = actingAs('city-partner');
const path = '/api/records/concerns';
const aWord = (differs = {}) => ({
  ...{ revision: 1, kind: 'told', other: 'Eastbank', words: 'Patrols begin.', on: '2026-12-14', mail: 'none' },
  ...differs,
});
const closing = {
  ...{ act: 'close', reason: 'resolved', words: 'The lot is lit.', declinedBy: '', instead: '' },
  ...{ residentAgrees: true, mail: 'none' },
};
const file = async (differs = {}, who = officer): Promise<string> =>
  (await ask(who, 'POST', path, aFiling(differs))).json.concern.concernId;
const story = async (id: string, who = officer) => (await ask(who, 'GET', `${path}/${id}/story`)).json;

beforeAll(() => buildTown(store));

test('Introduction / Policy statement: every concern shows its answer, or since when it is open', async () => {
  const open = await file({ heardAt: '2026-10-19T18:00:00' });
  const closed = await file();
  await ask(officer, 'POST', `${path}/${closed}/status`, { ...closing, revision: 1 });
  const { rows } = (await ask(officer, 'GET', path)).json;
  expect(rows).toHaveLength(2);
  for (const { concernId } of rows) {
    const { concern } = await story(concernId);
    expect(concern.status === 'closed' ? concern.closeWords : concern.heardAt).not.toBe('');
  }
  expect((await story(open)).concern).toMatchObject({ status: 'new', heardAt: '2026-10-19T18:00:00' });
  expect((await story(closed)).concern).toMatchObject({ closeWords: 'The lot is lit.', closedOn: '2026-12-14' });
});

test('A.2: the city’s specialist sees the concerns shared with them and nothing that is the police’s alone', async () => {
  const secret = {
    contactName: 'Quillon',
    contactReach: '555-0142',
    caseNumbers: ['26-00417'],
    efforts: 'Asked Ottoline',
  };
  const shared = await file({ ...secret, contactWish: 'may-call', title: 'Car windows' });
  const kept = await file(secret);
  await ask(officer, 'POST', `${path}/${shared}/sharing`, { revision: 1, sharedWithCity: true });
  await ask(officer, 'POST', `${path}/${shared}/updates`, aWord({ revision: 2 }));
  await ask(
    officer,
    'POST',
    `${path}/${shared}/updates`,
    aWord({ revision: 3, kind: 'note', words: 'Suspect is known.' }),
  );
  expect((await ask(partner, 'GET', `${path}/${kept}/story`)).status).toBe(404);
  expect((await ask(partner, 'POST', `${path}/${kept}/partner-updates`, { words: 'Ours?' })).status).toBe(404);
  expect((await ask(partner, 'POST', `${path}/${shared}/partner-updates`, { words: 'Lamps in May.' })).status).toBe(
    200,
  );
  const seen = await story(shared, partner);
  const listed = (await ask(partner, 'GET', path)).json;
  expect(listed.rows.map(({ concernId }: { concernId: string }) => concernId)).toEqual([shared]);
  const foundBy = async (text: string, who: typeof officer) =>
    (await ask(who, 'GET', `${path}?text=${encodeURIComponent(text)}`)).json.rows.length;
  expect(await foundBy('Car windows', partner)).toBe(1);
  for (const hidden of ['car doors', '1100 block']) {
    expect(await foundBy(hidden, officer), `the officer finds by ${hidden}`).toBeGreaterThan(0);
    expect(await foundBy(hidden, partner), `the specialist does not find by ${hidden}`).toBe(0);
  }
  expect((await ask(partner, 'GET', '/api/records/referrals')).status).toBe(403);
  expect(seen.updates.map(({ kind }: { kind: string }) => kind)).toEqual(['partner', 'told']);
  const words = JSON.stringify([seen, listed]);
  for (const hidden of ['Quillon', '555-0142', '26-00417', 'Ottoline', 'car doors', 'Suspect']) {
    expect(JSON.stringify(await story(shared)), `${hidden} is on the page of the officer`).toContain(hidden);
    expect(words).not.toContain(hidden);
  }
  expect((await ask(partner, 'POST', `${path}/${shared}/sharing`, { revision: 4, sharedWithCity: false })).status).toBe(
    403,
  );
  expect((await story(shared)).updates[0]).toMatchObject({ kind: 'partner', words: 'Lamps in May.' });
  await ask(officer, 'POST', `${path}/${shared}/sharing`, { revision: 4, sharedWithCity: false });
  expect((await ask(partner, 'GET', `${path}/${shared}/story`)).status).toBe(404);
});

test('A.6: a concern shows the last word to the group and its date, and who said what to whom', async () => {
  const id = await file();
  await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ on: '2026-12-10' }));
  await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ revision: 2, kind: 'said', words: 'Lamps are out.' }));
  const { concern, updates } = await story(id);
  expect(concern.lastToldOn).toBe('2026-12-10');
  expect(updates).toMatchObject([
    { from: 'Eastbank', to: 'p-whitlock', words: 'Lamps are out.', at: '2026-12-14T07:42:00' },
    { from: 'p-whitlock', to: 'Eastbank', words: 'Patrols begin.', at: '2026-12-10T12:00:00' },
  ]);
});

test('V.B.2.e: what citizens said shows to whom in the agency it was conveyed, and when', async () => {
  const id = await file();
  const nobody = await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ kind: 'conveyed', other: '' }));
  expect(nobody.json.errors[0].path).toBe('other');
  await ask(officer, 'POST', `${path}/${id}/updates`, aWord({ kind: 'conveyed', other: 'Traffic Unit' }));
  expect((await story(id)).updates[0]).toMatchObject({
    kind: 'conveyed',
    to: 'Traffic Unit',
    at: '2026-12-14T07:42:00',
  });
  const { rows } = (await ask(officer, 'GET', path)).json;
  const row = rows.find(({ concernId }: { concernId: string }) => concernId === id);
  expect(row).toMatchObject({ conveyedTo: 'Traffic Unit', conveyedOn: '2026-12-14' });
});

test('V.B.4 (last): the member who filed it keeps it on their list, beside its owner, until it is closed', async () => {
  const id = await file({ place: { type: 'Point', coordinates: [0.002, 0.005] } }, member);
  const mine = async () =>
    (await ask(member, 'GET', `${path}?mine=yes&status=waiting`)).json.rows.map(
      (row: { concernId: string }) => row.concernId,
    );
  expect((await story(id)).participants).toEqual(['p-whitlock', 'p-analyst']);
  const sent = { to: 'Traffic Unit', toEmail: null, isInside: true, whyNeeded: 'Theirs.', expectedBy: '2026-12-31' };
  const referral = (await ask(officer, 'POST', `${path}/${id}/referrals`, { ...sent, revision: 1 })).json;
  expect(await mine()).toEqual([id]);
  const answer = { act: 'answer', revision: 1, words: 'Done.' };
  await ask(officer, 'POST', `/api/records/referrals/${referral.referralId}/acts`, answer);
  expect((await ask(officer, 'POST', `${path}/${id}/status`, { ...closing, revision: 2 })).status).toBe(200);
  expect(await mine()).toEqual([]);
  expect((await story(id)).participants).toEqual([]);
});
