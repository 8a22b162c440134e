import { appendFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkExtracts, checkStore } from '#server/commands/check-home.ts';
import { checkArrow, checkDisk, checkDuckDb, checkNode } from '#server/commands/check-machine.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';
import { runCli } from './run-cli.ts';

let made: Awaited<ReturnType<typeof temporaryHome>>;
let extract: string;
beforeAll(async () => {
  made = await temporaryHome();
  await fillHome(made.home);
  const { manifests } = await cutExtracts(made.home);
  extract = join(made.home, 'extracts', manifests.internal.extracts[0]?.file ?? '');
});
afterAll(() => made.remove());

test('this machine passes', async () => {
  for (const check of [checkNode, checkDuckDb, checkArrow, () => checkDisk(made.home)]) {
    expect(await check()).toMatchObject({ state: 'ok' });
  }
});

test('a whole home passes and an empty one is only noted', async () => {
  expect(await checkStore(made.home)).toEqual({ state: 'ok', detail: 'files of calls: 2, layers of boundaries: 1' });
  expect(await checkExtracts(made.home)).toMatchObject({ state: 'ok' });
  expect(await checkStore(join(made.home, 'none'))).toMatchObject({ state: 'note' });
  expect(await checkExtracts(join(made.home, 'none'))).toMatchObject({ state: 'note' });
});

test('a lost packed twin is found, and a changed extract', async () => {
  await unlink(`${extract}.br`);
  expect((await checkExtracts(made.home)).detail).toMatch(/has lost a packed twin/);
  await appendFile(extract, 'x');
  expect((await checkExtracts(made.home)).detail).toMatch(/is not what it was; delete it and run serve/);
});

test('doctor says what is broken and exits 3', async () => {
  const [source] = (await readStoreIndex(made.home)).sources;
  await unlink(join(made.home, 'calls', source?.files[0]?.file ?? ''));
  const { code, out } = await runCli('doctor', '--home', made.home);
  expect(code).toBe(3);
  expect(out).toMatch(/^ok {6}node: v\d+/m);
  expect(out).toMatch(/^broken {2}store: .*\.parquet is gone; take its source in again$/m);
  const asJson = await runCli('doctor', '--json', '--home', made.home);
  expect(asJson.code).toBe(3);
  expect(JSON.parse(asJson.out).findings).toContainEqual(expect.objectContaining({ name: 'store', state: 'broken' }));
});
