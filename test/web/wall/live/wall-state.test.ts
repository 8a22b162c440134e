import { expect, test } from 'vitest';
import type { WallPulse, WallSource } from '#data/schema/wall.ts';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { clockAt, hear, NOTHING_HEARD, type WallState } from '#web/wall/live/wall-state.ts';
import { agesOf } from '#web/wall/shell/ages.ts';
import { isStale, troubleOf } from '#web/wall/shell/trouble.ts';

const pulse: WallPulse = {
  clockLocal: '2026-12-14T07:42:16',
  board: typicalBoard.board,
  database: 'ok',
  feed: 'ok',
  build: 'one',
};
const heard: WallState = hear(
  hear(NOTHING_HEARD, { is: 'board', board: typicalBoard }, 0),
  { is: 'pulse', pulse },
  1000,
);
const source: WallSource = {
  source: 'demo',
  title: 'CAD calls',
  lastReceivedLocal: '2026-12-14T00:00:00',
  incompleteDays: 0,
  amberHours: 2,
  redHours: 8,
};

test('the clock runs on from the last pulse, over midnight and the new year', () => {
  expect(clockAt(heard, 1000)).toBe('2026-12-14T07:42:16');
  expect(clockAt(heard, 61_500)).toBe('2026-12-14T07:43:16');
  const late = hear(heard, { is: 'pulse', pulse: { ...pulse, clockLocal: '2026-12-31T23:59:58' } }, 5000);
  expect(clockAt(late, 8000)).toBe('2027-01-01T00:00:01');
});

test('a server that falls silent takes nothing away, and a pulse ends the silence', () => {
  const lost = hear(hear(heard, { is: 'lost' }, 20_000), { is: 'lost' }, 40_000);
  expect([lost.board, lost.lostAt]).toEqual([typicalBoard, 20_000]);
  expect(hear(lost, { is: 'pulse', pulse }, 50_000).lostAt).toBeNull();
});

test('thirty seconds without a pulse are told, with since when', () => {
  const fresh = { ...typicalBoard, calls: null };
  const state = { ...heard, board: fresh };
  expect(troubleOf(state, pulse.clockLocal, 30_000)).toBeNull();
  expect(troubleOf(state, pulse.clockLocal, 31_500)?.title).toBe('No word from the server since 7:42 am');
});

test('an age is amber and red from the hour its profile says, to the second; a finished file never is', () => {
  const at = (clock: string, told: Partial<WallSource> = {}) =>
    agesOf([{ ...source, ...told }], `2026-12-14T${clock}`)[0]?.freshness;
  expect(['01:59:59', '02:00:00', '07:59:59', '08:00:00'].map((clock) => at(clock))).toEqual([
    'fresh',
    'amber',
    'amber',
    'red',
  ]);
  expect(at('23:00:00', { amberHours: null, redHours: null })).toBe('fresh');
});

test('at red the figures of calls are grey and the age is told; what is owed stays', () => {
  if (typicalBoard.calls === null) throw new Error('the board has no calls');
  const board = { ...typicalBoard, calls: { ...typicalBoard.calls, sources: [source] } };
  const state = { ...heard, board };
  const clock = '2026-12-14T09:00:00';
  expect(troubleOf(state, clock, 1000)?.title).toBe('Calls are 9 hours old');
  expect(isStale(state, board, 'city', clock, 1000)).toBe(true);
  expect(isStale(state, { ...board, records: { ...board.records, asOfLocal: clock } }, 'groups', clock, 1000)).toBe(
    false,
  );
});

test('records that cannot be read are told with their age', () => {
  const board = { ...typicalBoard, calls: null };
  const away = hear({ ...heard, board }, { is: 'pulse', pulse: { ...pulse, database: 'away' } }, 2000);
  expect(troubleOf(away, pulse.clockLocal, 2000)?.title).toBe('The records cannot be read');
});
