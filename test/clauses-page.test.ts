import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readClauseRows, writeClausePage } from '#test/fixture/clause-rows.ts';

const page = fileURLToPath(new URL('../docs/clauses.md', import.meta.url));
const rows = readClauseRows();

test('every clause of both policies has a test that is named by it', () => {
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.filter(({ proofs }) => proofs.length === 0).map(({ row }) => row)).toEqual([]);
});

test('docs/clauses.md says what the tests say', () => {
  const written = writeClausePage(rows);
  if (process.env.COMMONBEAT_WRITE === '1') writeFileSync(page, written);
  expect(readFileSync(page, 'utf8')).toBe(written);
});
