import { expect, test } from 'vitest';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { evidence } from '#web/compute/evidence.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

test('calls and concerns of the chosen areas and kinds are set side by side up to the end of the dates', async () => {
  const loaded = createLoaded(await openTables(createApi(serveCity(manyCalls(5_000))), () => {}));
  const ask = (said: Partial<Filter>) =>
    evidence(loaded, {
      method: 'evidence',
      filter: Filter.parse({ from: '2024-01-01', to: '2024-06-30', origin: 'all', layer: 'groups', ...said }),
      options: {},
    });
  const all = ask({});
  expect(all.window?.to).toBe('2024-06-30');
  expect(addsUp(all.records)).toBe(true);
  expect(all.findings.filter(({ kind }) => kind === 'pair').length).toBeGreaterThan(1);
  const [area] = all.findings.map(({ areaId }) => areaId);
  const few = ask({ areas: [area ?? ''], categories: ['noise'] });
  expect(few.findings.every(({ areaId, category }) => areaId === area && category === 'noise')).toBe(true);
  const noise = few.findings.find(({ kind }) => kind === 'pair');
  const same = all.findings.find((one) => one.kind === 'pair' && one.areaId === area && one.category === 'noise');
  expect(noise?.kind === 'pair' && noise.calls.now).toBe(same?.kind === 'pair' && same.calls.now);
});
