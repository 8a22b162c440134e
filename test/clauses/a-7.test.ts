import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { referralRoutes } from '#server/routes/records/referrals.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRecordRoutes(store)).route('/', referralRoutes(store)));
const owner = actingAs('officer', 'p-whitlock', '2026-11-16T09:00:00');
const path = '/api/records/concerns';
const reason = { to: 'Traffic Unit', toEmail: null, isInside: true, expectedBy: '2026-12-31' };
beforeAll(() => buildTown(store));

async function fileOwned(): Promise<{ concernId: string; revision: number }> {
  const place = { type: 'Point' as const, coordinates: [0.002, 0.005] as [number, number] };
  return (await ask(owner, 'POST', path, aFiling({ place }))).json.concern;
}

test('A.7: referring does not remove a concern from its owner’s list', async () => {
  const { concernId, revision } = await fileOwned();
  const sent = { ...reason, revision, whyNeeded: 'Speed is measured by them.' };
  expect((await ask(owner, 'POST', `${path}/${concernId}/referrals`, sent)).status).toBe(201);
  const { rows } = (await ask(owner, 'GET', `${path}?owner=p-whitlock&status=waiting`)).json;
  expect(rows).toMatchObject([{ concernId, ownerId: 'p-whitlock', status: 'open' }]);
  const mine = (await ask(owner, 'GET', '/api/records/referrals?scope=mine')).json;
  expect(mine.referrals).toMatchObject([{ concern: { concernId, ownerId: 'p-whitlock' }, to: 'Traffic Unit' }]);
});

test('A.7: the reason for a referral is required', async () => {
  const { concernId, revision } = await fileOwned();
  for (const whyNeeded of ['', '  ', undefined]) {
    const answer = await ask(owner, 'POST', `${path}/${concernId}/referrals`, { ...reason, revision, whyNeeded });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'whyNeeded' }] } });
  }
});

test('A.7: a referral without a status entry in the department’s days is flagged', async () => {
  const { concernId, revision } = await fileOwned();
  const sent = { ...reason, revision, whyNeeded: 'The signal is theirs.' };
  const { referralId } = (await ask(owner, 'POST', `${path}/${concernId}/referrals`, sent)).json;
  const silentOn = async (day: string): Promise<string[]> => {
    const then = actingAs('officer', 'p-whitlock', `${day}T09:00:00`);
    const { referrals } = (await ask(then, 'GET', '/api/records/referrals?scope=silent')).json;
    return referrals.map((each: { referralId: string }) => each.referralId);
  };
  expect(await silentOn('2026-11-30')).not.toContain(referralId);
  expect(await silentOn('2026-12-01')).toContain(referralId);
});
