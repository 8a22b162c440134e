import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { knownLag } from '#server/extract/known-lag.ts';
import { type Delivery, withDelivery } from '#server/ingest/arrivals.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { readStoreIndex, type StoredSource } from '#server/store/store-index.ts';
import { newFolder, SMALL_HEADER, smallProfile, writeIn } from '#test/fixture/calls-files.ts';

const FIRST = toDayNumber('2025-01-01');
const dateOf = (day: number) => toLocalDate(FIRST + day);

/** Calls of a feed taken in each night, up to the day before: 10 on time, and `late` that came so many days late. */
function nightly(nights: number, late: { after: number; calls: number } | null): StoredSource {
  let source: StoredSource | undefined;
  for (let night = 0; night < nights; night++) {
    const calls = new Map([[dateOf(night), 10]]);
    if (late && night >= late.after) calls.set(dateOf(night - late.after), late.calls);
    const lastReceivedLocal = `${dateOf(night)}T23:59:00`;
    const arrivals = withDelivery(source, { today: dateOf(night + 1), lastReceivedLocal, calls });
    source = { ...SOURCE, lastReceivedLocal, arrivals };
  }
  return source ?? SOURCE;
}

const SOURCE: StoredSource = {
  ...{ source: 'small', title: 'Small', readAt: '2025-03-01T00:00:00Z', expectedEveryHours: 24 },
  ...{ firstReceivedLocal: '2025-01-01T00:00:00', lastReceivedLocal: '2025-01-01T00:00:00' },
  taken: { read: 0, accepted: 0, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
  ...{ timeZone: 'America/New_York', reportingLagDays: 2, files: [], inputs: [], quarantined: {} },
};

test('a feed whose calls come three days late has a lag of three days', () => {
  expect(knownLag(nightly(60, { after: 3, calls: 5 }))).toMatchObject({ days: 3, basis: 'estimate', deliveries: 59 });
});

test('a feed that brings a day whole has none, and one late call in a thousand changes nothing', () => {
  expect(knownLag(nightly(60, null))).toMatchObject({ days: 0, basis: 'estimate' });
  const rare = nightly(60, null);
  const days = { ...rare.arrivals?.days, [dateOf(30)]: { 0: 10, 9: 1 } };
  const { since = '', deliveries = [] } = rare.arrivals ?? {};
  expect(knownLag({ ...rare, arrivals: { since, deliveries, days } }).days).toBe(0);
});

test('few deliveries, no delivery but the first, and a finished file leave the number of the profile', () => {
  expect(knownLag(nightly(8, { after: 3, calls: 5 }))).toEqual({ days: 2, basis: 'profile', calls: 0, deliveries: 7 });
  expect(knownLag(nightly(1, null))).toMatchObject({ days: 2, basis: 'profile', deliveries: 0 });
  expect(knownLag({ ...nightly(60, null), expectedEveryHours: null })).toMatchObject({ days: 2, basis: 'profile' });
  expect(knownLag(SOURCE)).toEqual({ days: 2, basis: 'profile', calls: 0, deliveries: 0 });
});

const delivery = (said: Partial<Delivery>): Delivery => ({
  ...{ today: '2025-02-03', lastReceivedLocal: '2025-02-02T23:30:00', calls: new Map() },
  ...said,
});

test('calls of the first delivery, and those as old, say nothing of delays', () => {
  const first = withDelivery(undefined, delivery({ calls: new Map([['2025-01-05', 400]]) }));
  expect(first).toEqual({ since: '2025-02-02', deliveries: ['2025-02-02'], days: {} });
  const second = withDelivery(
    { ...SOURCE, arrivals: first },
    delivery({
      lastReceivedLocal: '2025-02-04T23:30:00',
      calls: new Map([
        ['2025-02-01', 3],
        ['2025-02-03', 8],
      ]),
    }),
  );
  expect(second.days).toEqual({ '2025-02-03': { 0: 8 } });
});

test('a week delivered at its end is on time on all of its days; what an earlier delivery lacked is late', () => {
  const first = withDelivery(undefined, delivery({}));
  const week = (until: string, calls: [string, number][]) => ({
    ...{ today: until, lastReceivedLocal: `${until}T23:30:00`, calls: new Map(calls) },
  });
  const second = withDelivery(
    { ...SOURCE, arrivals: first },
    week('2025-02-09', [
      ['2025-02-04', 9],
      ['2025-02-09', 9],
    ]),
  );
  const third = withDelivery(
    { ...SOURCE, arrivals: second },
    week('2025-02-16', [
      ['2025-02-04', 1],
      ['2025-02-12', 9],
    ]),
  );
  expect(third.days).toEqual({
    '2025-02-04': { 0: 9, 12: 1 },
    '2025-02-09': { 0: 9 },
    '2025-02-12': { 0: 9 },
  });
});

test('an archive taken in file by file is history, not a feed', () => {
  let source: StoredSource | undefined;
  for (let month = 1; month <= 12; month++) {
    const day = `2019-${String(month).padStart(2, '0')}-28`;
    const lastReceivedLocal = `${day}T23:30:00`;
    const arrivals = withDelivery(source, delivery({ lastReceivedLocal, calls: new Map([[day, 90]]) }));
    source = { ...SOURCE, lastReceivedLocal, arrivals };
  }
  expect(source && knownLag(source)).toMatchObject({ basis: 'profile', deliveries: 0 });
});

test('the store remembers which calls a run brought late, and counts no later version twice', async () => {
  const home = newFolder();
  const take = (now: string, ...rows: string[]) =>
    ingestCalls({
      ...{ profile: smallProfile({ expectedEveryHours: 24 }), home, now: Date.parse(now) },
      files: [writeIn(newFolder(), 'calls.csv', `${SMALL_HEADER}\n${rows.join('\n')}\n`)],
    });
  const row = (id: string, at: string, version = '1') => `${id},${version},${at},THEFT,100 BLOCK ELM ST,-82.4,35.4`;
  await take('2025-03-02T09:00:00Z', row('A', '2025-03-01 23:30:00'));
  await take('2025-03-03T09:00:00Z', row('B', '2025-03-02 10:00:00'), row('C', '2025-03-02 23:30:00'));
  await take(
    '2025-03-05T09:00:00Z',
    row('B', '2025-03-02 10:00:00', '2'),
    row('D', '2025-03-02 11:00:00'),
    row('E', '2025-03-04 23:00:00'),
  );
  const [source] = (await readStoreIndex(home)).sources;
  expect(source?.arrivals).toEqual({
    since: '2025-03-01',
    deliveries: ['2025-03-01', '2025-03-02', '2025-03-04'],
    days: { '2025-03-02': { 0: 2, 2: 1 }, '2025-03-04': { 0: 1 } },
  });
});
