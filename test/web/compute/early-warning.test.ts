import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { createApi } from '#web/api.ts';
import { earlyWarning } from '#web/compute/early-warning.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { serveCity } from './small-city.ts';

const DAY = 24 * 3600 * 1000;
const LAST_SUNDAY = Date.UTC(2024, 11, 29);
/** So many calls of noise in West in each of the weeks before the cut-off, the newest last; the first is cut and not counted. */
const weekly = (counts: readonly number[], origin: Call['origin'] = 'public'): Partial<Call>[] =>
  counts.flatMap((count, at) =>
    Array.from({ length: count }, (_, i) => ({
      receivedLocal: new Date(LAST_SUNDAY - ((counts.length - 1 - at) * 7 + (i % 7)) * DAY).toISOString().slice(0, 19),
      ...{ category: 'noise', typeCode: 'NOISE', origin, timePrecision: 'minute' as const, lon: 0.005, lat: 0.01 },
    })),
  );
const subject = { subject: 'g-west\nnoise', concerns: [{ id: 'C-1', heardOn: '2024-09-01' }] };
const old = { ...subject, openConcerns: [{ id: 'C-1', since: '2024-09-01' }] };
const elsewhere = { subject: 'g-east\ntheft', concerns: subject.concerns, openConcerns: [] };

async function warn(calls: Partial<Call>[]) {
  const loaded = createLoaded(await openTables(createApi(serveCity(calls)), () => {}));
  const filter = Filter.parse({ from: '2024-01-01', to: '2024-12-31', layer: 'groups', origin: 'public' });
  const options = { subjects: [old, elsewhere], today: '2024-12-30' };
  return earlyWarning(loaded, { method: 'early-warning', filter, options });
}

test('calls that rise beside one old open concern are an early warning, with its period and its concern', async () => {
  const { findings, leftOut, options } = await warn(weekly([...Array(27).fill(2), ...Array(8).fill(4)]));
  expect(findings).toMatchObject([
    {
      subject: 'g-west\nnoise',
      evidence: [
        {
          signal: 'calls',
          rule: expect.stringMatching(/^32 calls in 8 weeks, 52 in the 26 before/),
          period: '2024-11-04 to 2024-12-29',
        },
        { signal: 'old-open', rows: ['C-1'] },
      ],
    },
  ]);
  expect(options.callsTo).toBe('2024-12-29');
  expect(leftOut).toEqual([{ what: 'g-east\ntheft', reason: 'calls-not-given' }]);
});

test('steady calls, and calls that officers made themselves, warn of nothing', async () => {
  expect((await warn(weekly(Array(35).fill(3)))).findings).toEqual([]);
  const patrols = weekly([...Array(27).fill(2), ...Array(8).fill(4)], 'officer');
  expect((await warn([...weekly(Array(35).fill(3)), ...patrols])).findings).toEqual([]);
});
