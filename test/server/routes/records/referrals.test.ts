import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { referralRoutes } from '#server/routes/records/referrals.ts';
import { systemActing } from '#server/store/record-store.ts';
import { mailOut } from '#server/store/tables/notices.ts';
import { setting } from '#server/store/tables/people.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const routes = newRoutes()
  .route('/', concernRecordRoutes(store))
  .route('/', concernUpdateRoutes(store))
  .route('/', referralRoutes(store));
const ask = deskOf(routes);
const on = (day: string) => actingAs('officer', 'p-whitlock', `${day}T09:00:00`);
const officer = on('2026-11-16');
const path = '/api/records/concerns';
const aReferral = (differs = {}) => ({
  ...{ revision: 1, to: 'City, street lamps', toEmail: 'lamps@city.example', isInside: false },
  ...{ whyNeeded: 'The lamps belong to the city.', expectedBy: '2026-12-31' },
  ...differs,
});
const file = async (): Promise<string> =>
  (await ask(actingAs('officer'), 'POST', path, aFiling({ title: 'Dark lot' }))).json.concern.concernId;
const refer = async (differs = {}) => {
  const concernId = await file();
  return (await ask(officer, 'POST', `${path}/${concernId}/referrals`, aReferral(differs))).json;
};
const act = (who: ReturnType<typeof on>, id: string, body: object) =>
  ask(who, 'POST', `/api/records/referrals/${id}/acts`, body);
const listed = async (who: ReturnType<typeof on>, scope: string, id: string) =>
  (await ask(who, 'GET', `/api/records/referrals?scope=${scope}`)).json.referrals.find(
    ({ referralId }: { referralId: string }) => referralId === id,
  );

beforeAll(() => buildTown(store));

test('a referral is silent on the fifteenth day without an answer, and a nudge of ours does not end that', async () => {
  const { referralId } = await refer();
  expect(await listed(on('2026-11-30'), 'all', referralId)).toMatchObject({ ageDays: 14, isSilent: false });
  expect(await listed(on('2026-12-01'), 'all', referralId)).toMatchObject({ ageDays: 15, isSilent: true });
  const nudged = await act(on('2026-12-01'), referralId, { act: 'nudge', revision: 1, way: 'phone', words: '' });
  expect(nudged.json.nudges).toEqual([{ on: '2026-12-01', by: 'p-whitlock', way: 'phone', words: '' }]);
  expect(await listed(on('2026-12-02'), 'silent', referralId)).toMatchObject({ ageDays: 16, isSilent: true });
});

test('a day of expectation that passed is silence too, and an answer ends it', async () => {
  const { referralId } = await refer({ expectedBy: '2026-11-20' });
  expect(await listed(on('2026-11-20'), 'silent', referralId)).toBeUndefined();
  expect(await listed(on('2026-11-21'), 'silent', referralId)).toMatchObject({ ageDays: 5 });
  const answered = await act(on('2026-11-23'), referralId, { act: 'answer', revision: 1, words: 'Repaired Friday.' });
  expect(answered.json).toMatchObject({ status: 'answered', answer: 'Repaired Friday.', answeredOn: '2026-11-23' });
  expect(await listed(on('2026-12-14'), 'silent', referralId)).toBeUndefined();
  expect(await listed(on('2026-12-14'), 'mine', referralId)).toMatchObject({ ageDays: 7, isSilent: false });
  const again = await act(officer, referralId, { act: 'nudge', revision: 2, way: 'phone', words: '' });
  expect(again.status).toBe(422);
});

test('how many days are silence is the department’s choice', async () => {
  const { referralId } = await refer();
  await store.as(systemActing(NOW), (tx) => tx.insert(setting).values({ key: 'referralSilentDays', value: 3 }));
  expect(await listed(on('2026-11-20'), 'silent', referralId)).toMatchObject({ ageDays: 4 });
  await store.pool.query('delete from setting'); // as the owner: no role of ours may
  expect(await listed(on('2026-11-20'), 'silent', referralId)).toBeUndefined();
});

test('the mail of a referral and of a nudge names place and reason, and no word of the resident', async () => {
  const { referralId, concernId } = await refer();
  await act(officer, referralId, { act: 'nudge', revision: 1, way: 'email', words: 'Has anybody looked?' });
  const mails = await store.as(systemActing(NOW), (tx) => tx.select().from(mailOut));
  const sent = mails.filter(({ to, about }) => about === concernId && to.includes('lamps@city.example'));
  expect(sent).toHaveLength(2);
  expect(sent[0]?.text).toContain('The lamps belong to the city.');
  expect(sent[0]?.text).toContain('1100 block, Linnet Avenue');
  expect(sent[1]?.text).toContain('Has anybody looked?');
  expect(sent.map(({ text }) => text).join()).not.toContain('car doors');
});

test('a unit that declines is named on the concern’s log', async () => {
  const { referralId, concernId } = await refer();
  await act(officer, referralId, { act: 'decline', revision: 1, words: 'The lot is private.' });
  const { updates, referrals } = (await ask(officer, 'GET', `${path}/${concernId}/story`)).json;
  expect(updates[0]).toMatchObject({
    kind: 'conveyed',
    from: 'City, street lamps',
    words: 'Declined: The lot is private.',
  });
  expect(referrals[0]).toMatchObject({ status: 'declined', to: 'City, street lamps' });
});

test('an answer expected in the past, and a nudge by mail without an address, are refused by field', async () => {
  const concernId = await file();
  const past = await ask(officer, 'POST', `${path}/${concernId}/referrals`, aReferral({ expectedBy: '2026-11-15' }));
  expect(past.json.errors[0].path).toBe('expectedBy');
  const { referralId } = await refer({ toEmail: null });
  const unmailed = await act(officer, referralId, { act: 'nudge', revision: 1, way: 'email', words: '' });
  expect(unmailed.json.errors[0].path).toBe('way');
});
