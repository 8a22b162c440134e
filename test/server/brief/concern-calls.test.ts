import { expect, test } from 'vitest';
import { readCallSpan } from '#server/brief/call-span.ts';
import { callsBeside } from '#server/brief/concern-calls.ts';
import { countCalls } from '#server/brief/count-calls.ts';
import type { ConcernGround } from '#server/store/concern-grounds.ts';
import { EASTBANK, openBriefedTown } from '#test/fixture/briefed-town.ts';

const town = await openBriefedTown(20_000);
const concern = (changes: Partial<ConcernGround>): ConcernGround => ({
  ...{ concernId: 'C-0001', category: 'noise', heardOn: '2026-08-01', closedOn: null },
  ...{ groupId: 'eastbank', groupName: 'Eastbank', geometry: EASTBANK },
  ...changes,
});

test('each week beside a concern is what its days hold, and the weeks end with the report', async () => {
  const [calls] = await callsBeside(town.home, [concern({})], '2026-10-31');
  expect(calls?.weeks).toHaveLength(26);
  expect(calls?.weeks.at(-1)?.week).toBe('2026-10-19');
  const span = await readCallSpan(town.home);
  if (span === null) throw new Error('the town has no calls');
  const { kinds } = await countCalls(span, EASTBANK, { from: '2026-10-19', to: '2026-10-25' });
  expect(calls?.weeks.at(-1)?.count).toBe(kinds.find(({ category }) => category === 'noise')?.calls);
  expect(calls?.weeks.every(({ low, high, count }) => low !== null && high !== null && count >= 0)).toBe(true);
  expect(calls?.said).toMatch(/^(All|\d) of the last 8 weeks usual; the last one \d+, where \d+ to \d+ is usual\.$/);
});

test('two concerns of one group are counted apart by kind; a kind that is never public has no calls beside it', async () => {
  const found = await callsBeside(
    town.home,
    [
      concern({}),
      concern({ concernId: 'C-0002', category: 'theft' }),
      concern({ concernId: 'C-0003', category: 'domestic' }),
    ],
    '2026-12-31',
  );
  expect(found.map(({ concernId, label }) => [concernId, label])).toEqual([
    ['C-0001', 'Noise'],
    ['C-0002', 'Theft'],
  ]);
  expect(found[0]?.weeks.at(-1)?.week).toBe('2026-12-07');
  expect(found[0]?.weeks).not.toEqual(found[1]?.weeks);
});
