import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settle } from '#server/wall/hub/settle.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function counted() {
  let runs = 0;
  const settling = settle(() => void runs++, 300, 2_000);
  return { ...settling, runs: () => runs };
}

test('a burst is one run, once it is quiet', () => {
  const { tell, runs } = counted();
  for (let i = 0; i < 5; i++) {
    tell();
    vi.advanceTimersByTime(100);
  }
  expect(runs()).toBe(0);
  vi.advanceTimersByTime(200);
  expect(runs()).toBe(1);
  vi.advanceTimersByTime(10_000);
  expect(runs()).toBe(1);
});

test('what never grows quiet is run every two seconds all the same', () => {
  const { tell, runs } = counted();
  for (let ms = 0; ms < 10_000; ms += 100) {
    tell();
    vi.advanceTimersByTime(100);
  }
  expect(runs()).toBeGreaterThanOrEqual(4);
  expect(runs()).toBeLessThanOrEqual(5);
});

test('once stopped, it runs no more', () => {
  const { tell, stop, runs } = counted();
  tell();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(runs()).toBe(0);
});
