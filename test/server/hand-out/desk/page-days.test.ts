import { beforeAll, expect, test } from 'vitest';
import { pageDays } from '#server/hand-out/desk/page-days.ts';
import { readDesk } from '#server/hand-out/desk/read-desk.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';
import { pageNotes } from '#server/hand-out/page-notes.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { meeting } from '#server/store/tables/contacts.ts';
import { square } from '#test/fixture/box.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { actingAs, NOW } from '#test/fixture/record-desk.ts';

const town = await openGatedTown({ rows: 600, precision: 'month' });
const officer = actingAs('officer');
const system = systemActing(NOW);

const held = (groupId: string, day: string) =>
  town.store.as(system, async (tx) => {
    const times = { startsAt: `${day}T18:30:00`, endsAt: `${day}T20:00:00` };
    const one = { meetingId: `M-${groupId}-${day}`, groupId, place: 'Library', status: 'held' as const };
    await tx.insert(meeting).values({ ...one, ...times, ...born(system) });
  });
const daysOf = (groupId: string, wanted: { from?: string; to?: string } = {}) =>
  town.store.as(officer, async (tx) =>
    pageDays(tx, await openGate(town.home), groupId, { from: wanted.from, to: wanted.to }),
  );

beforeAll(async () => {
  const ground = square(-82.59, 35.585, 0.012);
  for (const groupId of ['new', 'met', 'met-lately', 'met-long-ago']) await town.found(groupId, ground);
  await held('met', '2026-10-15');
  await held('met-lately', '2026-11-28');
  await held('met-long-ago', '2024-02-01');
});

test('where only months are known the last one is in to its end, and days begin with the month of the last meeting', async () => {
  expect(await daysOf('met')).toMatchObject({
    ...{ from: '2026-10-01', to: '2026-11-30', follows: { on: '2026-10-15' } },
  });
});

test.each([
  ['new', '2026-09-01'],
  ['met-lately', '2026-09-01'], // two days before the end: nothing to tell since
  ['met-long-ago', '2026-06-01'], // no call is older
])('%s is told of whole months from %s', async (groupId, from) => {
  expect(await daysOf(groupId)).toEqual({ from, to: '2026-11-30', follows: null });
});

test('the desk lays such a page out without being asked for days, and says on it that months are known only', async () => {
  const { facts } = await readDesk(town.home, town.store, officer, 'met', {});
  expect(facts).toMatchObject({ from: '2026-10-01', to: '2026-11-30', calls: { byMonth: true, monthOnly: 0 } });
  const [english, spanish] = [pageNotes(facts, 'en'), pageNotes(facts, 'es')];
  expect(english).toContain('Calls are known by month only: October and November.');
  expect(english[0]).toBe('Calls from the public up to November 30, 2026 (Calls of the town).');
  expect(spanish).toContain('De las llamadas se sabe solo el mes: octubre y noviembre.');
});

test('days that are asked for stay as they are, and cut months are refused with whole ones named', async () => {
  expect(await daysOf('met', { from: '2026-11-01', to: '2026-11-30' })).toMatchObject({ from: '2026-11-01' });
  await expect(
    readDesk(town.home, town.store, officer, 'met', { from: '2026-10-16', to: '2026-11-30' }),
  ).rejects.toMatchObject({ field: 'from', message: expect.stringContaining('from 2026-10-01 to 2026-11-30') });
});
