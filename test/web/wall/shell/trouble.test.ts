import { describe, expect, test } from 'vitest';
import type { WallPulse, WallSource } from '#data/schema/wall.ts';
import { emptyBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { NOTHING_HEARD, type WallState } from '#web/wall/live/wall-state.ts';
import { isSilent, isStale, troubleOf } from '#web/wall/shell/trouble.ts';

const CLOCK = '2026-12-14T07:42:00'; // the city's
const NOW = 10_000_000; // this browser's
const SECONDS = 1000;
const MINUTES = 60 * SECONDS;

const pulse = (database: WallPulse['database']): WallPulse => ({
  ...{ clockLocal: CLOCK, board: 'b', database, feed: 'ok', build: 'b' },
});
const source = (title: string, lastReceivedLocal: string): WallSource => ({
  ...{ source: title, title, lastReceivedLocal, incompleteDays: 0, amberHours: 24, redHours: 72 },
});
const FRESH = source('Calls', '2026-12-14T05:00:00');
const RED = source('Calls', '2026-12-11T05:00:00');
const AMBER = source('Calls', '2026-12-13T05:00:00');

/** The board of a typical week with other sources. */
const boardOf = (...sources: WallSource[]) => {
  if (typicalBoard.calls === null) throw new Error('the typical board has calls');
  return { ...typicalBoard, calls: { ...typicalBoard.calls, sources } };
};
/** Heard so long ago, by this browser's clock; lost or not since. */
const heard = (ago: number, more: Partial<WallState> = {}): WallState => ({
  ...{ board: boardOf(FRESH), pulse: pulse('ok'), clock: { local: CLOCK, at: NOW - ago }, lostAt: null },
  ...more,
});
const kept = { ...NOTHING_HEARD, board: boardOf(FRESH), clock: { local: CLOCK, at: NOW - 60 * MINUTES } };

describe('silence', () => {
  test.each<[string, WallState, boolean]>([
    ['just heard', heard(0), false],
    ['three pulses late', heard(30 * SECONDS), false],
    ['more than three pulses late', heard(30 * SECONDS + 1), true],
    ['lost a moment ago', heard(5 * SECONDS, { lostAt: NOW }), false],
    ['lost, and not heard since', heard(31 * SECONDS, { lostAt: NOW - 20 * SECONDS }), true],
    ['never heard and never lost', NOTHING_HEARD, false],
    ['never heard, the first try failed', { ...NOTHING_HEARD, lostAt: NOW }, true],
    ['what was kept, not tried yet', kept, false],
    ['what was kept, the first try failed', { ...kept, lostAt: NOW }, true],
  ])('%s', (_, state, silent) => expect(isSilent(state, NOW)).toBe(silent));
});

describe('the first trouble a passer-by has to know of', () => {
  const away = { pulse: pulse('away') };
  const silent = { pulse: pulse('away'), clock: { local: CLOCK, at: NOW - 10 * MINUTES } };
  const others = source('Reports', '2026-12-01T05:00:00');
  test.each<[string, WallState, string | null]>([
    ['nothing is wrong', heard(0), null],
    ['calls are amber', heard(0, { board: boardOf(AMBER) }), null],
    ['no calls were taken in', heard(0, { board: emptyBoard }), null],
    ['nothing is known yet', NOTHING_HEARD, null],
    ['silent', heard(MINUTES), 'No word from the server since 7:42 am'],
    ['silent from the beginning', { ...NOTHING_HEARD, lostAt: NOW }, 'No word from the server'],
    ['the only source is stale', heard(0, { board: boardOf(RED) }), 'Calls are 3 days old'],
    ['one of two is stale', heard(0, { board: boardOf(FRESH, others) }), 'Reports are 13 days old'],
    ['two are stale', heard(0, { board: boardOf(RED, others) }), 'Reports are 13 days old'],
    ['the database is away', heard(0, away), 'The records cannot be read'],
    ['the database is away, and nothing is shown', heard(0, { ...away, board: null }), null],
    ['stale before the database', heard(0, { ...away, board: boardOf(RED) }), 'Calls are 3 days old'],
    ['silent before both', heard(0, { ...silent, board: boardOf(RED) }), 'No word from the server since 7:42 am'],
  ])('%s', (_, state, title) => expect(troubleOf(state, CLOCK, NOW)?.title ?? null).toBe(title));

  test('it says until when what stands there is true', () => {
    expect(troubleOf(heard(0, { board: boardOf(RED) }), CLOCK, NOW)?.lead).toContain('Fri, Dec 11');
    expect(troubleOf(heard(0, away), CLOCK, NOW)?.lead).toContain('7:40 am');
    expect(troubleOf(heard(0, silent), '2026-12-15T07:00:00', NOW)?.title).toContain('yesterday 7:42 am');
  });
});

describe('figures too old to be read as of now', () => {
  const CALLS = ['city', 'district', 'alert', 'trends'];
  const DUTIES = ['concerns', 'groups', 'escalations'];
  const minutesLater = (minutes: number) => `2026-12-14T${minutes < 20 ? '07' : '08'}:${(40 + minutes) % 60}:00`;
  const staleOf = (state: WallState, clock = CLOCK) =>
    [...CALLS, ...DUTIES].filter((kind) => isStale(state, state.board ?? typicalBoard, kind, clock, NOW));
  const away = { pulse: pulse('away') };

  test.each<[string, WallState, string, string[]]>([
    ['heard, fresh', heard(0), CLOCK, []],
    ['silent for 15 minutes', heard(15 * MINUTES), CLOCK, []],
    ['silent for longer', heard(15 * MINUTES + 1), CLOCK, [...CALLS, ...DUTIES]],
    ['kept an hour ago', kept, CLOCK, [...CALLS, ...DUTIES]],
    ['calls are amber', heard(0, { board: boardOf(AMBER) }), CLOCK, []],
    ['calls are red', heard(0, { board: boardOf(RED) }), CLOCK, CALLS],
    ['one source of two is red', heard(0, { board: boardOf(FRESH, RED) }), CLOCK, CALLS],
    ['no calls', heard(0, { board: emptyBoard }), CLOCK, []],
    ['no board, no clock', NOTHING_HEARD, CLOCK, []],
    ['database away for 15 minutes', heard(0, away), minutesLater(15), []],
    ['database away for 16 minutes', heard(0, away), minutesLater(16), DUTIES],
    ['records read long ago, the database there', heard(0), minutesLater(40), []],
    ['both', heard(0, { ...away, board: boardOf(RED) }), minutesLater(16), [...CALLS, ...DUTIES]],
  ])('%s', (_, state, clock, stale) => expect(staleOf(state, clock)).toEqual(stale));
});
