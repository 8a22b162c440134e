import { expect, test } from 'vitest';
import { takeFile } from '#server/feed/take-file.ts';
import { brokenWords } from '#server/feed/without-content.ts';
import { callFile, feedTown } from '#test/fixture/feed-town.ts';

const ndjson = { format: { kind: 'ndjson' } };
const line = (id: string) =>
  JSON.stringify({ id, version: '1', at: '2025-03-04 17:05:09', type: 'THEFT', address: 'x', lon: -82.4, lat: 35.4 });

test.each([
  ['a first row of data instead of a header', {}, 'Jane Roe,555-0199,Jane Roe\n1,2,3\n', '"…"'],
  ['a header of one column', {}, 'Jane Roe;555-0199\n1;2\n', '";"'],
  ['lines of JSON that are none', ndjson, '{"Jane Roe": "555-0199\n'.repeat(3), 'the header has no column'],
  ['a time that is none', {}, callFile(0, 3, 'Jane Roe 555-0199'), 'not a time written as'],
  ['half the lines broken', ndjson, `${line('a')}\n${'{"Jane Roe": "555-0199\n'.repeat(3)}`, 'not JSON'],
])('what is kept of %s names the fault and repeats nothing', async (_, changes, content, fault) => {
  const { feed, put } = await feedTown(changes);
  put('x.csv', content);
  const record = await takeFile(feed, 'x.csv');
  expect(['refused', 'mostly-rejected']).toContain(record?.outcome);
  const said = [record?.words, ...(record?.report?.rejects ?? []).map(({ reason }) => reason)].join(' ');
  expect(said).toContain(fault);
  expect(JSON.stringify(record)).not.toMatch(/Jane|Roe|555/);
});

test('columns that the profile names are named', async () => {
  const { feed, put } = await feedTown();
  put('x.csv', callFile(0, 3).replace('at,type', 'when,type'));
  expect(await takeFile(feed, 'x.csv')).toMatchObject({ column: 'at', words: 'the header has no column "at"' });
});

test('a fault that is not the file’s is told without what its words quote', () => {
  const said = brokenWords(
    new Error(`Conversion Error: Could not convert string 'Jane Roe' to INT64\nLINE 1: "555-0199"`),
  );
  expect(said).toBe('Conversion Error: Could not convert string "…" to INT64');
  expect(brokenWords(new Error("EACCES: permission denied, open '/srv/drop/x.csv'"))).toBe(
    'EACCES: permission denied, open "…"',
  );
});
