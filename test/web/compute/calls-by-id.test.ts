import { expect, test } from 'vitest';
import type { Call } from '#data/schema/call.ts';
import { Filter } from '#data/schema/filter.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { createApi } from '#web/api.ts';
import { callsById } from '#web/compute/calls-by-id.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';
import { manyCalls, serveCity } from './small-city.ts';

const ask = async (said: Partial<Call>[], ids: string[]) =>
  callsById(createLoaded(await openTables(createApi(serveCity(said)), () => {})), {
    method: 'calls-by-id',
    filter: Filter.parse({ from: '2024-01-01', to: '2024-01-02' }),
    options: { ids },
  });

test('calls come in the order asked for, of any year, whatever the filter keeps', async () => {
  const said = manyCalls(500);
  const ids = ['call-499', 'call-0', 'call-123', 'call-12'];
  const { findings, leftOut, records } = await ask(said, ids);
  expect(findings.map(({ id }) => id)).toEqual(ids);
  expect(findings.map(({ receivedLocal }) => receivedLocal)).toEqual(
    [499, 0, 123, 12].map((at) => said[at]?.receivedLocal),
  );
  expect(new Set(findings.map(({ receivedLocal }) => receivedLocal.slice(0, 4))).size).toBe(2);
  expect(leftOut).toEqual([]);
  expect(records.read).toBe(4);
  expect(addsUp(records)).toBe(true);
});

test('an id that is not in the extract is left out by name; one asked for twice comes once', async () => {
  const { findings, leftOut } = await ask(manyCalls(20), ['call-7', 'x-7', 'call-7', 'CALL-7', '']);
  expect(findings.map(({ id }) => id)).toEqual(['call-7']);
  expect(leftOut).toEqual(['x-7', 'CALL-7', ''].map((what) => ({ what, reason: 'not-in-your-extract' })));
});

test('ids that are not of ASCII and of one ending are told apart', async () => {
  const ids = ['2024-00000001', '2023-00000001', 'é-00000001', 'a'];
  const { findings } = await ask(
    ids.map((id) => ({ id, receivedLocal: '2024-05-01T10:00:00' })),
    ids.toReversed(),
  );
  expect(findings.map(({ id }) => id)).toEqual(ids.toReversed());
});

test('more than 500 calls are refused, in words', async () => {
  const ids = Array.from({ length: 501 }, (_, at) => `call-${at}`);
  await expect(ask(manyCalls(3), ids)).rejects.toThrow('at most 500');
});
