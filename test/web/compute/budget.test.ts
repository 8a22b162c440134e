import { expect, test } from 'vitest';
import { runThrough } from '#analysis/shared/steps.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { budget } from '#web/compute/budget.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { power } from '#web/compute/power.ts';
import { spike, spikeOfBudget } from '#web/compute/spike.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

const localDate = (day: number): string => new Date(Date.UTC(2021, 0, 4 + day)).toISOString().slice(0, 10);
const WEEKS = 120;
/** Noise in the west: two to four a week, with a busy week now and then. */
const calls = Array.from({ length: WEEKS }, (_, week) => (week % 17 === 0 ? 9 : 2 + (week % 3))).flatMap(
  (count, week) =>
    Array.from(
      { length: count },
      (_, i): Partial<Call> => ({ receivedLocal: `${localDate(7 * week + (i % 7))}T12:00:00`, lon: 0.005, lat: 0.01 }),
    ),
);
const loaded = createLoaded(await openTables(createApi(serveCity(calls)), () => {}));
const filter = Filter.parse({ from: loaded.firstDay, to: loaded.lastDay, layer: 'groups' });

test('a budget says its threshold, and the spike list asked for that budget uses it', () => {
  const found = runThrough(budget(loaded, { method: 'budget', filter, options: { falseAlarmsAWeek: 0.1 } }))
    .findings[0];
  expect(found?.realized?.weeks).toBeGreaterThan(20);
  const asked = { method: 'spike' as const, filter, options: { falseAlarmsAWeek: 0.1 } };
  expect(runThrough(spikeOfBudget(loaded, asked)).options.watchP).toBe(found?.watchP);
});

test('without a budget p is taken at its word, in no step', () => {
  const asked = { method: 'spike' as const, filter, options: {} };
  expect(runThrough(spikeOfBudget(loaded, asked))).toEqual(spike(loaded, asked));
});

test('weeks judged again for one budget are not judged again for another', () => {
  const steps = budget(loaded, { method: 'budget', filter, options: { falseAlarmsAWeek: 2 } });
  expect(steps.next().done).toBe(true);
});

test('power is asked for one series at the threshold of all', () => {
  const series = { areaId: 'g-west', category: 'noise' };
  const found = runThrough(power(loaded, { method: 'power', filter, options: { series } }));
  expect(found.findings).toHaveLength(1);
  expect(found.findings[0]).toMatchObject({ ...series, withinWeeks: 1 });
  expect(found.options.watchP).toBeLessThan(1);
});
