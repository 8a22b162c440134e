import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStoreIndex, writeStoreIndex } from '#server/store/store-index.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'commonbeat-store-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('a home that holds nothing yet has an empty index', async () => {
  expect(await readStoreIndex(home)).toEqual({ city: '', timeZone: '', sources: [], layers: [] });
});

test('what is written is read again', async () => {
  const index = { city: 'Testville', timeZone: 'America/New_York', sources: [], layers: [] };
  await writeStoreIndex(home, index);
  expect(await readStoreIndex(home)).toEqual(index);
});

test('an index of another version is refused with what to do', async () => {
  await writeFile(join(home, 'store.json'), JSON.stringify({ city: 'Oldtown', sources: [], layers: [] }));
  await expect(readStoreIndex(home)).rejects.toThrow(/store\.json: another version .* take the files in again/);
});
