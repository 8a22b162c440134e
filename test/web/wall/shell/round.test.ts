import { expect, test } from 'vitest';
import type { WallPage, WallPageKind } from '#web/wall/page.ts';
import { type Round, startRound, step, tick, turnPause } from '#web/wall/shell/round.ts';

const page = (key: string, kind: WallPageKind = 'city'): WallPage => ({
  key,
  kind,
  title: key,
  isAlert: kind === 'alert',
  subject: null,
});
const PAGES = [page('city'), page('alert~a', 'alert'), page('trends~0', 'trends')];
const PACE = { dwell: 25, holdsPause: false };

/** The round a number of seconds later, looked at each second. */
function after(round: Round, seconds: number, from: number, pages = PAGES, pace = PACE): Round {
  let now = round;
  for (let second = 1; second <= seconds; second += 1) now = tick(now, pages, (from + second) * 1000, pace);
  return now;
}

test('a page stands for its 25 seconds, an alert for 40, and the order begins again', () => {
  const start = startRound(PAGES, 0);
  expect(after(start, 24, 0).key).toBe('city');
  expect(after(start, 25, 0).key).toBe('alert~a');
  expect(after(start, 64, 0).key).toBe('alert~a');
  expect(after(start, 65, 0).key).toBe('trends~0');
  expect(after(start, 90, 0).key).toBe('city');
});

test('a new alert is shown at once, and only once', () => {
  const more = [...PAGES, page('alert~b', 'alert')];
  const came = tick(startRound(PAGES, 0), more, 3000, PACE);
  expect(came.key).toBe('alert~b');
  expect(after(came, 40, 3, more).key).toBe('city');
  expect(after(came, 41, 3, more).key).toBe('city');
});

test('a pause holds the page, and ends by itself after ten minutes', () => {
  const paused = turnPause(startRound(PAGES, 0), 1000);
  expect(after(paused, 599, 1).key).toBe('city');
  expect(after(paused, 600, 1).pausedAt).toBeNull();
  expect(after(paused, 626, 1).key).toBe('alert~a');
});

test('a pause that is told to hold lasts', () => {
  const paused = turnPause(startRound(PAGES, 0), 0);
  expect(after(paused, 7200, 0, PAGES, { ...PACE, holdsPause: true }).pausedAt).not.toBeNull();
});

test('stepping goes around both ends, keeps the pause, and begins its ten minutes anew', () => {
  const paused = turnPause(startRound(PAGES, 0), 0);
  const back = step(paused, PAGES, -1, 300_000);
  expect([back.key, back.pausedAt]).toEqual(['trends~0', 300_000]);
  expect(step(back, PAGES, 1, 301_000).key).toBe('city');
});

test('a page that is gone gives way to the first; one alert less turns no page', () => {
  const round = after(startRound(PAGES, 0), 25, 0);
  expect(tick(round, [page('city'), page('groups', 'groups')], 26_000, PACE).key).toBe('city');
  const start = startRound(PAGES, 0);
  expect(tick(start, [page('city'), page('groups', 'groups')], 1000, PACE).key).toBe('city');
});

test('an alert that ended and comes again is new again', () => {
  const without = tick(startRound(PAGES, 0), [page('city'), page('trends~0', 'trends')], 1000, PACE);
  expect(without.alerts).toEqual([]);
  expect(tick(without, PAGES, 2000, PACE).key).toBe('alert~a');
});

test('a week of boards keeps no more than the alerts that are there', () => {
  let round = startRound(PAGES, 0);
  for (let hour = 0; hour < 168; hour += 1)
    round = tick(round, [page('city'), page(`alert~${hour}`, 'alert')], hour * 3_600_000, PACE);
  expect(round.alerts).toEqual(['alert~167']);
});
