import { beforeAll, expect, test } from 'vitest';
import { Comparison } from '#data/schema/records/comparison.ts';
import { compareGroups } from '#server/brief/compare-groups.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { compareRoutes } from '#server/routes/records/compare.ts';
import { square } from '#test/fixture/box.ts';
import { LAST_DAY, openBriefedTown } from '#test/fixture/briefed-town.ts';
import { aGroup, coordinator, officer } from '#test/fixture/group-town.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';

const town = await openBriefedTown(12_000);
const ask = deskOf(newRoutes().route('/', compareRoutes(town.store, town.home)));
const get = (groups: string, query = 'category=noise', acting = officer) =>
  ask(acting, 'GET', `/api/records/comparison?groups=${groups}&${query}`);
const compared = async (groups: string, query?: string) => Comparison.parse((await get(groups, query)).json);
const reasons = ({ refusals }: Comparison) => refusals.map(({ reason }) => reason);

beforeAll(async () => {
  const begin = async (groupId: string, changes: object, geometry: object) => {
    expect(
      (await town.askGroups(coordinator, 'POST', '/api/records/groups', { ...aGroup(groupId), ...changes })).status,
    ).toBe(201);
    const body = { validFrom: '2024-06-14', geometry, reason: 'as drawn', revision: 1 };
    expect((await town.askGroups(officer, 'POST', `/api/records/groups/${groupId}/boundaries`, body)).status).toBe(201);
  };
  await begin('north', { residents: 900 }, square(-82.6, 35.6, 0.016));
  await begin('south', { residents: 1100 }, square(-82.58, 35.58, 0.016));
  await begin('overlaps', { residents: 1000 }, square(-82.592, 35.6, 0.016));
  await begin('shops', { kind: 'business', addresses: 90 }, square(-82.6, 35.58, 0.016));
  await begin('court', { residents: 40, addresses: 18 }, square(-82.58, 35.6, 0.016));
});

test('two alike groups are compared by residents over a quarter, each beside its own past', async () => {
  const found = await compared('north,south');
  expect(found).toMatchObject({ from: '2026-09-14', to: LAST_DAY, label: 'Noise', refusals: [] });
  expect(found.compared?.rates.map(({ name, denominator }) => [name, denominator])).toEqual([
    ['north', 900],
    ['south', 1100],
  ]);
  expect(found.compared?.sentence).toContain('for each 1,000 residents');
  for (const [at, own] of found.groups.entries()) {
    expect(own.calls).toBe(found.compared?.rates[at]?.calls);
    expect(own.usual?.high).toBeGreaterThan(own.usual?.low ?? 0);
    expect(own.sentence).toContain('usual for it');
  }
});

test('a count equals that of the hand-out of the same group and days', async () => {
  const days = 'from=2026-11-02&to=2026-11-29';
  const { groups } = await compared('eastbank,south', `category=noise&${days}`);
  const { facts } = (await town.brief('eastbank', `?${days}`)).json;
  const noise = facts.calls.lines.find(({ category }: { category: string }) => category === 'noise');
  expect([groups[0]?.calls, groups[0]?.usual, groups[0]?.against]).toEqual([noise.calls, noise.usual, noise.against]);
  expect(groups[0]?.boundary).toEqual({ validFrom: '2026-11-01', isNewer: false });
});

test.each([
  ['north,shops', 'category=noise', ['unlike-kinds']],
  ['north,overlaps', 'category=noise', ['shared-ground']],
  ['court,south', 'category=noise', ['denominator-small', 'unlike-sizes']],
  ['north,south', 'category=crash', ['follows-traffic']],
  ['eastbank,south', 'category=noise', ['shared-ground', 'denominator-unknown']],
  ['north,south', 'category=arson', ['too-few-calls']],
  ['north,south,shops', 'category=noise', ['more-than-two']],
  ['north', 'category=noise', ['only-one']],
  ['north,north', 'category=noise', ['same-group']],
])('%s by %s is refused as %j, and each stands beside its own past', async (groups, query, expected) => {
  const found = await compared(groups, query);
  expect(found.compared).toBeNull();
  expect(reasons(found)).toEqual(expected);
  expect(found.groups.map(({ groupId }) => groupId)).toEqual(groups.split(','));
  for (const { why, instead } of found.refusals) expect(`${why} ${instead}`).not.toMatch(/worst|ranked/i);
});

test('a reader of the public level sees no small count and no rate made of one', async () => {
  const few = { groupIds: ['eastbank'], category: 'robbery', from: '2026-11-01', to: '2026-11-29' };
  const found = await compareGroups(town.home, town.store, actingAs('auditor'), few);
  expect(found.groups[0]).toMatchObject({ calls: null, usual: null, against: 'not-judged' });
  expect(found.groups[0]?.sentence).toContain('fewer than 5 calls about robbery');
  const police = await compareGroups(town.home, town.store, officer, few);
  expect(police.groups[0]?.calls).toBeGreaterThan(0);
});

test('kinds that are never public, unknown groups, no boundary, other roles and no group are refused', async () => {
  expect((await get('north,south', 'category=domestic')).json.errors[0].path).toBe('category');
  expect((await get('north,nowhere')).status).toBe(404);
  expect((await get('north,groundless')).json.errors[0].message).toContain('groundless had no boundary');
  expect((await get('north,south', 'category=noise', actingAs('city-partner'))).status).toBe(403);
  expect((await get(',')).status).toBe(422);
});
