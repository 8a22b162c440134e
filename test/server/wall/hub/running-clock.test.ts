import { expect, test } from 'vitest';
import { runningClock } from '#server/wall/hub/running-clock.ts';

function clockAt(start: string) {
  let now = start;
  let ticks = 5_000;
  const clock = runningClock(
    () => now,
    () => ticks,
  );
  clock();
  return {
    clock,
    pass: (seconds: number) => {
      ticks += seconds * 1000;
    },
    set: (moment: string) => {
      now = moment;
    },
  };
}

test('where the city’s clock stands, its seconds run on from there', () => {
  const { clock, pass } = clockAt('2027-01-04T09:00:00');
  pass(10);
  expect(clock()).toBe('2027-01-04T09:00:10');
  pass(3 * 3600 + 49.5);
  expect(clock()).toBe('2027-01-04T12:00:59');
});

test('a standing clock never leaves its day, nor goes to before where it stands', () => {
  const { clock, pass } = clockAt('2027-01-04T23:59:30');
  pass(29);
  expect(clock()).toBe('2027-01-04T23:59:59');
  pass(1);
  expect(clock()).toBe('2027-01-04T23:59:30');
  pass(1_000_000);
  expect(clock().slice(0, 16)).toBe('2027-01-04T23:59');
});

test('a clock that was put forward runs on from there; one that runs by itself is left as it is', () => {
  const { clock, pass, set } = clockAt('2027-01-04T09:00:00');
  pass(500);
  set('2027-01-11T09:00:00');
  expect(clock()).toBe('2027-01-11T09:00:00');
  pass(5);
  expect(clock()).toBe('2027-01-11T09:00:05');
  set('2027-01-11T09:00:07');
  expect(clock()).toBe('2027-01-11T09:00:07');
});
