import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { spike } from '#web/compute/spike.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

const localDate = (day: number): string => new Date(Date.UTC(2021, 0, 4 + day)).toISOString().slice(0, 10);

/** Twelve a week under one word for 80 weeks, then as many under another word of another category. */
function renamed(): Partial<Call>[] {
  return Array.from({ length: 84 }, (_, week) =>
    Array.from({ length: 11 + (week % 3) }, (_, i): Partial<Call> => {
      const word =
        week < 80
          ? { typeCode: 'ABANDONED VEHICLE', category: 'parking' }
          : { typeCode: 'NUISANCE VEHICLE', category: 'nuisance' };
      return { ...word, receivedLocal: `${localDate(7 * week + (i % 7))}T12:00:00`, lon: 0.005, lat: 0.01 };
    }),
  ).flat();
}

test('a renamed type of call is no spike of its new category', async () => {
  const loaded = createLoaded(await openTables(createApi(serveCity(renamed())), () => {}));
  const filter = Filter.parse({ from: loaded.firstDay, to: loaded.lastDay, layer: 'groups' });
  const { findings } = spike(loaded, { method: 'spike', filter, options: { week: localDate(7 * 83) } });
  const nuisance = findings.find(({ areaId, category }) => areaId === 'g-west' && category === 'nuisance');
  expect(nuisance).toMatchObject({ verdict: 'usual', direction: 'within' });
  expect(nuisance?.expected).toBeCloseTo(12, 0);
});
