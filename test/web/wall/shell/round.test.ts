import { expect, test } from 'vitest';
import type { WallPage } from '#web/wall/page.ts';
import { type Round, startRound, step, tick, turnPause } from '#web/wall/shell/round.ts';

const page = (key: string, isAlert = false): WallPage => ({
  ...{ key, title: key, isAlert, subject: null, kind: isAlert ? 'alert' : 'city' },
});
const PAGES = [page('city'), page('alert~a', true), page('trends')];
const PACE = { dwell: 25, holdsPause: false };
const S = 1000;

/** The page at each second of a stretch, told once where it changes. */
function watch(from: Round, pages: readonly WallPage[], seconds: number, start = 0): [number, string][] {
  let round = from;
  const seen: [number, string][] = [];
  for (let second = 0; second <= seconds; second++) {
    round = tick(round, pages, (start + second) * S, PACE);
    if (seen.at(-1)?.[1] !== round.key) seen.push([second, round.key]);
  }
  return seen;
}

test('pages turn in their order, an alert stays 40 seconds, and it begins anew', () => {
  expect(watch(startRound(PAGES, 0), PAGES, 100)).toEqual([
    [0, 'city'],
    [25, 'alert~a'],
    [65, 'trends'],
    [90, 'city'],
  ]);
});

test('an alert that comes in is shown at once, and once', () => {
  const round = startRound(PAGES, 0);
  const more = [page('city'), page('alert~a', true), page('alert~b', true), page('trends')];
  const shown = tick(round, more, 3 * S, PACE);
  expect(shown.key).toBe('alert~b');
  expect(step(shown, more, -1, 4 * S).key).toBe('alert~a');
  expect(tick(step(shown, more, -1, 4 * S), more, 5 * S, PACE).key).toBe('alert~a');
});

test('an alert that ended and comes again is new again', () => {
  const without = tick(startRound(PAGES, 0), [page('city'), page('trends')], S, PACE);
  expect(without.alerts).toEqual([]);
  expect(tick(without, PAGES, 2 * S, PACE).key).toBe('alert~a');
});

test('a page that is gone gives way to the first', () => {
  const round = { ...startRound(PAGES, 0), key: 'trends' };
  expect(tick(round, PAGES.slice(0, 2), S, PACE)).toMatchObject({ key: 'city', since: S });
});

test('a pause holds for ten minutes, or until it is ended where the address says so', () => {
  const paused = turnPause(startRound(PAGES, 0), 5 * S);
  expect(tick(paused, PAGES, 600 * S, PACE).pausedAt).toBe(5 * S);
  expect(tick(paused, PAGES, 605 * S, PACE)).toMatchObject({ pausedAt: null, key: 'city', since: 605 * S });
  expect(tick(paused, PAGES, 90_000 * S, { ...PACE, holdsPause: true }).pausedAt).toBe(5 * S);
  expect(turnPause(paused, 20 * S).pausedAt).toBeNull();
});

test('a week of boards keeps no more than the alerts that are there', () => {
  let round = startRound(PAGES, 0);
  for (let hour = 0; hour < 168; hour++)
    round = tick(round, [page('city'), page(`alert~${hour}`, true)], hour * 3600 * S, PACE);
  expect(round.alerts).toEqual(['alert~167']);
});
