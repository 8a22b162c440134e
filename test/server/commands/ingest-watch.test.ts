import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FeedFile } from '#data/schema/records/feed.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { callFile, feedTown } from '#test/fixture/feed-town.ts';
import { hear } from './hear.ts';
import { lineOf, startCli } from './run-cli.ts';

const ended = (child: ReturnType<typeof startCli>) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

test('ingest --watch says a line a file, goes on after a refusal, and stops in order at Ctrl+C', async () => {
  const { home, folder, profile, put } = await feedTown();
  put('a.csv', callFile(0, 10));
  const child = startCli('ingest', '--watch', folder, '--source', profile, '--home', home);
  const [first] = await Promise.all([
    lineOf(child, /^a\.csv/),
    lineOf(child, /Watching/).then(() => put('bad.csv', 'no,such,columns\n1,2,3\n')),
  ]);
  expect(first).toBe('a.csv: 10 read: 10 accepted, 0 rejected, 0 duplicates, 0 superseded');
  expect(await lineOf(child, /^bad\.csv/)).toBe('bad.csv: refused; line 1, id: the header has no column "id"');
  put('b.csv.gz', gzipSync(callFile(10, 20)));
  expect(await lineOf(child, /^b\.csv\.gz/)).toMatch(/10 accepted/);
  const exit = ended(child);
  child.kill('SIGINT');
  expect(await exit).toBe(0);
});

test('a watch that is killed in the middle of a file goes on with it, and loses or doubles nothing', async () => {
  const { home, folder, profile, put } = await feedTown();
  put('a.csv', callFile(0, 300_000));
  const watch = () => startCli('ingest', '--watch', folder, '--source', profile, '--home', home, '--json');
  const child = watch();
  const exit = ended(child);
  const lock = join(home, 'store.lock');
  const holder = () => existsSync(lock) && readFileSync(lock, 'utf8');
  await expect.poll(holder, { timeout: 60_000, interval: 2 }).toBe(String(child.pid));
  child.kill('SIGKILL');
  await exit;
  expect(existsSync(join(home, 'store.json'))).toBe(false); // it was in the middle
  expect(holder()).toBe(String(child.pid));
  put('b.csv', callFile(300_000, 300_010));
  const again = watch();
  const [a, b] = await Promise.all([lineOf(again, /"a\.csv"/), lineOf(again, /"b\.csv"/)]);
  expect(FeedFile.parse(JSON.parse(a))).toMatchObject({ outcome: 'taken', report: { accepted: 300_000 } });
  expect(FeedFile.parse(JSON.parse(b))).toMatchObject({ outcome: 'taken', report: { read: 10, accepted: 10 } });
  const exitAgain = ended(again);
  again.kill('SIGTERM');
  expect(await exitAgain).toBe(0);
  const { sources } = await readStoreIndex(home);
  expect(sources.flatMap(({ files }) => files).reduce((sum, { rows }) => sum + rows, 0)).toBe(300_010);
}, 180_000);

test.each([
  [['--watch', '.'], /--watch needs --source/],
  [['--watch', '/no/such', '--source', 'demo'], /--watch \/no\/such: there is no such folder/],
  [['--watch', '.', '--source', 'nobody'], /no source profile is named nobody/],
  [['a.csv', '--watch', '.', '--source', 'demo'], /name none besides/],
  [['--watch', '.', '--source', 'demo', '--dry-run'], /--dry-run is for files by name/],
  [['a.csv', '--poll'], /--poll goes with --watch/],
  [[], /name a calls file/],
])('ingest %j is a usage error, said in one line', async (words, said) => {
  const { code, err } = await hear('ingest', ...words);
  expect(code).toBe(2);
  expect(err).toMatch(said);
  expect(err.trim().split('\n')).toHaveLength(1);
});
