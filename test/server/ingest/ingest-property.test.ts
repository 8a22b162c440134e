import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DataRefused } from '#server/errors.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { reportAddsUp } from '#server/ingest/ingest-report.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { NOW, newFolder, SMALL_HEADER, smallProfile, writeIn } from '#test/fixture/calls-files.ts';

const anyId = fc.constantFrom('A', 'B', 'C', '', ' A ', '"A"', '"x\ny"');
const goodTime = fc.constantFrom('2025-03-04 17:05:09', '2024-12-31 23:59:59', '2025-11-02 01:30:00');
const badTime = fc.constantFrom('2025-03-09 02:30:00', '2025-02-30 00:00:00', '', 'x');
const anyTime = fc.oneof({ arbitrary: goodTime, weight: 3 }, { arbitrary: badTime, weight: 1 });
const anyNumber = fc.constantFrom('-82.4', '35.4', '0', '', 'NA', 'x', '1e400', '-82.5', '"35,5"');
const anyText = fc.constantFrom('THEFT', '', '"A ""quoted"" word"', 'a"b', '"with\r\nline ends"', 'CAFÉ');
const anyRow = fc
  .tuple(anyId, fc.constantFrom('1', '2', ''), anyTime, anyText, anyText, anyNumber, anyNumber)
  .map((fields) => fields.join(','));
const brokenRow = fc.constantFrom('', 'A,1', ',,,,,,,,,,', '   ', '"A"x,1,2025-03-04 17:05:09,T,x,,');
const anyFile = fc.record({
  rows: fc.array(fc.oneof({ arbitrary: anyRow, weight: 6 }, { arbitrary: brokenRow, weight: 1 }), {
    minLength: 1,
    maxLength: 30,
  }),
  newline: fc.constantFrom('\n', '\r\n'),
  ends: fc.boolean(),
});

/** A report that adds up, or a refusal with a place: there is no third way. */
async function readOrRefused(content: string | Uint8Array) {
  const home = newFolder();
  const request = { files: [writeIn(newFolder(), 'any.csv', content)], profile: smallProfile(), home, now: NOW };
  try {
    const report = await ingestCalls(request);
    expect(reportAddsUp(report)).toBe(true);
    expect(report.rejects).toHaveLength(report.rejected);
    const quarantined = Object.values(report.quarantined).reduce((sum, count) => sum + count, 0);
    expect(report.placed + report.unplaced + quarantined).toBe(report.accepted);
    const [source] = (await readStoreIndex(home)).sources;
    expect(source?.files.reduce((sum, { rows }) => sum + rows, 0)).toBe(report.accepted);
    return report;
  } catch (cause) {
    if (!(cause instanceof DataRefused)) throw cause;
    expect(cause.file).toBe('any.csv');
    expect(await readStoreIndex(home)).toMatchObject({ sources: [] });
    return null;
  }
}

test('of whatever rows a file is made, accepted, rejected, duplicates and superseded are all that were read', async () => {
  let reports = 0;
  await fc.assert(
    fc.asyncProperty(anyFile, async ({ rows, newline, ends }) => {
      const report = await readOrRefused([SMALL_HEADER, ...rows].join(newline) + (ends ? newline : ''));
      if (report === null) return;
      reports++;
      const written = rows.filter((row) => row !== '').length;
      expect(report.read).toBe(written);
    }),
    { numRuns: 40, seed: 1902 },
  );
  expect(reports).toBeGreaterThan(20);
});

test('a file with any bytes changed is read whole or refused, never half', async () => {
  const row = (n: number) => `A${n},1,2025-03-04 17:05:09,THEFT,"100 BLOCK, ELM ST",-82.4,35.4`;
  const whole = Buffer.from(`${SMALL_HEADER}\n${Array.from({ length: 40 }, (_, n) => row(n)).join('\n')}\n`);
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    byte: fc.oneof(fc.constantFrom(10, 13, 34, 44, 0, 0xff), fc.nat(255)),
  });
  let reports = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = Buffer.from(whole);
      for (const { at, byte } of changes) bytes[at] = byte;
      if ((await readOrRefused(bytes)) !== null) reports++;
    }),
    { numRuns: 50, seed: 3103 },
  );
  expect(reports).toBeGreaterThan(5);
});
