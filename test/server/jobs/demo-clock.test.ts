import { rm } from 'node:fs/promises';
import { like } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemoClock } from '#server/jobs/demo-clock.ts';
import { readHeads } from '#server/store/audit-head.ts';
import { listJobs } from '#server/store/jobs.ts';
import { systemActing } from '#server/store/record-store.ts';
import { notice } from '#server/store/tables/notices.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

const START = '2026-12-14T07:42:00';
const store = await freshStore();
let home: string;
beforeAll(async () => {
  home = await homeFolder('clock');
  await seatDepartment(store);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const open = () => openDemoClock(home, store, START);
const toldOfTheQuarter = () =>
  store.as(systemActing(START), (tx) =>
    tx
      .select({ groupId: notice.groupId, sentAt: notice.sentAt })
      .from(notice)
      .where(like(notice.onceKey, '%/2026-Q4'))
      .orderBy(notice.groupId),
  );

test('it stands where the story stands until somebody moves it, and has no night on the same day', async () => {
  const clock = await open();
  expect(clock.nowLocal()).toBe(START);
  expect(await clock.move('2026-12-14T18:00:00')).toBe(0);
  expect(clock.nowLocal()).toBe('2026-12-14T18:00:00');
});

test('it never goes back, nor ahead by more than a year, and says why', async () => {
  const clock = await open();
  await expect(clock.move('2026-12-14T17:59:59')).rejects.toThrow(
    /stands at 2026-12-14T18:00:00 and goes forward only/,
  );
  await expect(clock.move('2027-12-16T00:00:00')).rejects.toThrow(/At most 366 days/);
  expect(clock.nowLocal()).toBe('2026-12-14T18:00:00');
});

test('the work of each night that passes is done in that night: the commander is told the day after the quarter', async () => {
  const clock = await open();
  expect(await clock.move('2026-12-31T23:00:00')).toBe(17);
  expect(await toldOfTheQuarter()).toEqual([]);
  expect(await clock.move('2027-01-04T09:00:00')).toBe(4);
  expect(await toldOfTheQuarter()).toEqual(
    ['coldspring', 'eastbank', 'harrow-meadow'].map((groupId) => ({ groupId, sentAt: '2027-01-01T02:10:00' })),
  );
  const [job] = await store.as(systemActing(START), listJobs);
  expect(job).toMatchObject({ name: 'nightly', isDone: true, at: '2027-01-04T02:10:00' });
  const { heads } = await readHeads(home);
  expect(heads).toHaveLength(21); // each night keeps the audit's head
  expect(heads.at(-1)).toMatchObject({ at: '2027-01-04T02:10:00', why: 'night' });
  expect(job?.words).toMatch(`the audit’s head kept at line ${heads.at(-1)?.number}`);
});

test('two who move it at once both get there, and no night is worked twice', async () => {
  const clock = await open();
  const nights = await Promise.all([clock.move('2027-01-05T09:00:00'), clock.move('2027-01-06T09:00:00')]);
  expect(nights).toEqual([1, 1]);
});

test('a server that starts again goes on where the clock was left', async () => {
  expect((await open()).nowLocal()).toBe('2027-01-06T09:00:00');
});
