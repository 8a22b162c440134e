import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { editionOf } from '#server/hand-out/public/edition.ts';

test('another word or another look is another edition; what makes no page is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commonbeat-edition-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const room of ['words', 'page', 'delivery']) await mkdir(join(folder, room));
  const write = (file: string, text: string) => writeFile(join(folder, file), text);
  await write('words/english.ts', 'Call us');
  await write('page/page-style.ts', 'a { color: grey }');
  await write('content-of.ts', 'content');
  await write('delivery/letter.ts', 'letter');
  const first = editionOf(folder);
  expect(editionOf(folder)).toBe(first);
  await write('delivery/letter.ts', 'another letter');
  expect(editionOf(folder)).toBe(first);
  const editions = [first];
  for (const file of ['words/english.ts', 'page/page-style.ts', 'content-of.ts']) {
    await write(file, 'another');
    editions.push(editionOf(folder));
  }
  expect(new Set(editions).size).toBe(4);
});
