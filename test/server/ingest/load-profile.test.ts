import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadProfile } from '#server/ingest/load-profile.ts';

const saved = (content: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'commonbeat-profile-')), 'mine.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};

test('a profile is read alone, or with the doubts inspect wrote beside it', async () => {
  const profile = await loadProfile('arlington-burglary');
  expect(await loadProfile(saved(profile))).toEqual(profile);
  expect(await loadProfile(saved({ profile, doubts: [] }))).toEqual(profile);
});

test('what is no profile is refused with its file and the field', async () => {
  const { name: _, ...nameless } = await loadProfile('arlington-burglary');
  await expect(loadProfile(saved(nameless))).rejects.toThrow(/mine\.json, name/);
});
