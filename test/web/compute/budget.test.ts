import { expect, test } from 'vitest';
import { runThrough } from '#analysis/shared/steps.ts';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { budget } from '#web/compute/budget.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { power } from '#web/compute/power.ts';
import { spike } from '#web/compute/spike.ts';
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

test('a budget says its threshold, and the spike list is asked with it', () => {
  const found = runThrough(budget(loaded, { method: 'budget', filter, options: { falseAlarmsAWeek: 0.1 } }))
    .findings[0];
  expect(found?.realized?.weeks).toBeGreaterThan(20);
  const options = { falseAlarmsAWeek: 0.1, watchP: found?.watchP ?? 1 };
  const set = spike(loaded, { method: 'spike', filter, options });
  expect(set.options).toMatchObject(options);
  expect(set.code).not.toBe(spike(loaded, { method: 'spike', filter, options: { watchP: 0.5 } }).code);
});

test('what is told before the threshold is known stays, whatever the threshold will be', () => {
  const told = (watchP: number) =>
    spike(loaded, { method: 'spike', filter, options: { watchP, unusualQ: 0.9 } })
      .findings.filter(({ verdict }) => verdict === 'unusual')
      .map(({ areaId, category }) => `${areaId} ${category}`);
  const before = spike(loaded, { method: 'spike', filter, options: { watchP: 0, unusualQ: 0.9 } });
  expect(before.findings.map(({ verdict }) => verdict)).not.toContain('watch');
  for (const watchP of [1e-9, 0.001, 1]) expect(told(watchP)).toEqual(told(0));
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
