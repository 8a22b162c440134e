import { beforeAll, expect, test } from 'vitest';
import { Role } from '#data/schema/release-level.ts';
import { noticeRoutes } from '#server/routes/records/notices.ts';
import { systemActing } from '#server/store/record-store.ts';
import { mailOut, notice } from '#server/store/tables/notices.ts';
import { aGroup, coordinator, officer, openGroupTown } from '#test/fixture/group-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask } = await openGroupTown(store);
const first = {
  name: 'Ada Marsh',
  position: 'president',
  isLeader: true,
  email: 'ada@example.org',
  phone: null,
  validFrom: '2026-01-01',
  validTo: null,
};
beforeAll(() => ask(coordinator, 'POST', '/api/records/groups', aGroup('eastbank')));
const told = () =>
  store.as(systemActing(NOW), async (tx) => ({
    notices: await tx.select().from(notice).orderBy(notice.noticeId),
    mails: await tx.select().from(mailOut),
  }));

test('1902.3 B: adding, changing and ending a representative each tell the division commander, old → new', async () => {
  const { representativeId } = (await ask(officer, 'POST', '/api/records/groups/eastbank/representatives', first)).json;
  const change = { ...first, name: 'Ben Reed' };
  const path = `/api/records/representatives/${representativeId}`;
  await ask(officer, 'PUT', path, { ...change, revision: 1 });
  await ask(officer, 'PUT', path, { ...change, validTo: '2026-12-31', revision: 2 });
  const { notices, mails } = await told();
  expect(notices).toHaveLength(3);
  expect(
    notices.every(
      ({ kind, toRole, clause }) =>
        `${kind} ${toRole} ${clause}` === 'representative-changed division-commander 1902.3 B',
    ),
  ).toBe(true);
  expect(notices[1]?.words).toBe(
    'Ada Marsh, president, leader, from 2026-01-01 → Ben Reed, president, leader, from 2026-01-01',
  );
  expect(notices[2]?.words).toMatch(/to 2026-12-31$/);
  expect(mails.map(({ to }) => to)).toEqual(Array(3).fill(['division-commander@example.org']));
});

test('1902.3 B: the division commander’s list shows each change, old → new, and who acknowledged it; no other commander’s does', async () => {
  const askNotices = deskOf(noticeRoutes(store));
  const listOf = async (role: Role) =>
    (await askNotices(actingAs(role), 'GET', '/api/records/notices?scope=mine&kind=representative-changed')).json;
  const changes: { words: string; noticeId: string; revision: number }[] = await listOf('division-commander');
  expect(changes).toHaveLength(3);
  const [change] = changes.filter(({ words }) => /^Ada Marsh.* → Ben Reed/.test(words));
  expect(await listOf('section-commander')).toEqual([]);
  const path = `/api/records/notices/${change?.noticeId}/acknowledgments`;
  const read = await askNotices(actingAs('division-commander'), 'POST', path, {
    revision: change?.revision,
    words: '',
  });
  expect(read.json.acknowledgments).toMatchObject([{ by: 'p-division-commander', at: NOW }]);
});

test('1902.3 B: a change that alters nothing tells nobody, and one that was overtaken is refused', async () => {
  const { length } = (await told()).notices;
  const [now] = (await ask(officer, 'GET', '/api/records/groups/eastbank/representatives')).json;
  const { name, position, isLeader, email, phone, validFrom, validTo, revision } = now;
  const same = { name, position, isLeader, email, phone, validFrom, validTo };
  const path = `/api/records/representatives/${now.representativeId}`;
  expect((await ask(officer, 'PUT', path, { ...same, revision })).status).toBe(200);
  expect((await ask(officer, 'PUT', path, { ...same, name: 'Cy', revision })).status).toBe(409);
  expect((await told()).notices).toHaveLength(length);
});

test('1902.2 C: the division commander alone designates a group inactive, and a reversal keeps both entries', async () => {
  const path = '/api/records/groups/eastbank/designations';
  const decision = { status: 'inactive', reason: 'No answer for a year', reviewOn: '2027-06-01', revision: 1 };
  for (const role of Role.options.filter((each) => each !== 'division-commander'))
    expect((await ask(actingAs(role), 'POST', path, decision)).status, role).toBe(403);
  const commander = actingAs('division-commander');
  expect((await ask(commander, 'POST', path, { ...decision, reviewOn: null })).status).toBe(422);
  expect((await ask(commander, 'POST', path, decision)).json.group.status).toBe('inactive');
  const back = { status: 'active', reason: 'They meet again', revision: 2 };
  expect((await ask(commander, 'POST', path, back)).status).toBe(201);
  const { group, designations } = (await ask(officer, 'GET', '/api/records/groups/eastbank')).json;
  expect(group.status).toBe('active');
  expect(designations.map(({ status }: { status: string }) => status)).toEqual(['active', 'inactive']);
});
