import { execFileSync } from 'node:child_process';
import { appendFileSync, renameSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openFeed } from '#server/feed/feed.ts';
import { readFeedRecords } from '#server/feed/feed-records.ts';
import { feedState } from '#server/feed/feed-state.ts';
import { readOpenFolders } from '#server/feed/open-folders.ts';
import { readFeed } from '#server/feed/read-feed.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { withStoreLock } from '#server/store/store-lock.ts';
import { newFolder, smallProfile, writeIn } from '#test/fixture/calls-files.ts';
import { callFile, feedTown, startWatch, until, untilTold } from '#test/fixture/feed-town.ts';

const rowsIn = async (home: string) => {
  const { sources } = await readStoreIndex(home);
  return sources.flatMap(({ files }) => files).reduce((sum, { rows }) => sum + rows, 0);
};

test.concurrent('what lies there is taken in order of name, each record accounted for; drafts and strangers are left alone', async () => {
  const { home, folder, feed, put } = await feedTown();
  put('b.csv.gz', gzipSync(callFile(10, 30)));
  put('a.csv', callFile(0, 10));
  put('c.CSV', callFile(5, 15)); // all of it was said before
  put('copy-of-a.csv', callFile(0, 10));
  for (const name of ['.hidden.csv', '~draft.csv', 'd.csv.part', 'd.csv.tmp', 'notes.txt', 'calls.xlsx']) {
    put(name, callFile(900, 910));
  }
  const before = await readdir(folder);
  const watch = startWatch(feed);
  await untilTold(watch, 4);
  expect(watch.told()).toEqual(['a.csv taken', 'b.csv.gz taken', 'c.CSV taken', 'copy-of-a.csv known']);
  expect(watch.records.map(({ report }) => report?.read)).toEqual([10, 20, 10, undefined]);
  for (const { report } of watch.records) {
    if (report === null) continue;
    const { read, accepted, rejected, duplicates, superseded } = report;
    expect(accepted + rejected + duplicates + superseded).toBe(read);
  }
  expect(watch.records.at(-1)?.words).toBe('the same as a.csv');
  expect(await rowsIn(home)).toBe(30);
  expect(await feedState(home)).toBe('ok');
  await watch.stop();
  expect(await readdir(folder)).toEqual(before); // nothing moved, nothing removed

  const again = startWatch(feed);
  put('e.csv', callFile(30, 40));
  await untilTold(again, 1);
  expect(again.told()).toEqual(['e.csv taken']); // and none of those before
});

test.concurrent('a file that is written in pieces is taken once, when it is whole', async () => {
  const { home, feed, folder } = await feedTown();
  const watch = startWatch(feed);
  const text = callFile(0, 400);
  const path = join(folder, 'slow.csv');
  writeFileSync(path, '');
  for (let at = 0; at < text.length; at += Math.ceil(text.length / 12)) {
    appendFileSync(path, text.slice(at, at + Math.ceil(text.length / 12)));
    await sleep(150);
  }
  await untilTold(watch, 1);
  expect(watch.records[0]).toMatchObject({ outcome: 'taken', report: { read: 400, accepted: 400 } });
  expect(await rowsIn(home)).toBe(400);
});

test.concurrent('a file that grew or was replaced is taken again, and no call is counted twice', async () => {
  const { home, feed, folder, put } = await feedTown();
  const path = put('today.csv', callFile(0, 10));
  const watch = startWatch(feed);
  await untilTold(watch, 1);
  appendFileSync(path, callFile(10, 15).split('\n').slice(1).join('\n'));
  await untilTold(watch, 2);
  expect(watch.records[1]?.report).toMatchObject({ read: 15, accepted: 5, duplicates: 10 });
  renameSync(put('~new', callFile(12, 20)), join(folder, 'today.csv'));
  await untilTold(watch, 3);
  expect(watch.records[2]?.report).toMatchObject({ read: 8, accepted: 5, duplicates: 3 });
  expect(await rowsIn(home)).toBe(20);
  utimesSync(path, new Date(), new Date()); // the same bytes once more
  put('z-last.csv', callFile(20, 21));
  await untilTold(watch, 4);
  expect(watch.told().at(-1)).toBe('z-last.csv taken');
});

test.concurrent('a refused file ends nothing: the wall is told until a later one is taken in', async () => {
  const { home, feed, put } = await feedTown();
  const watch = startWatch(feed);
  put('bad.csv', 'Jane Roe,12 Pell Street\n555-0199,called about a neighbor\n');
  await untilTold(watch, 1);
  expect(watch.records[0]).toMatchObject({ outcome: 'refused', line: 1, column: 'id', report: null });
  expect(await feedState(home)).toBe('failed');
  put('good.csv', callFile(0, 10));
  await untilTold(watch, 2);
  expect(watch.told()).toEqual(['bad.csv refused', 'good.csv taken']);
  expect(await feedState(home)).toBe('ok');
  put('bad.csv', callFile(10, 12));
  await untilTold(watch, 3);
  expect(watch.told().at(-1)).toBe('bad.csv taken'); // mended under the same name
});

test.concurrent('what is no file is refused by name, once, and nothing behind it is read', async () => {
  const { home, feed, folder, put } = await feedTown();
  const elsewhere = writeIn(newFolder(), 'elsewhere.csv', callFile(0, 10));
  const links = { 'link.csv': elsewhere, 'lost.csv': '/no/such/file', 'zero.csv': '/dev/zero', 'root.csv': '/' };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  execFileSync('mkfifo', [join(folder, 'pipe.csv')]);
  await mkdir(join(folder, 'folder.csv'));
  put('zz.csv', callFile(10, 13));
  const watch = startWatch(feed);
  await untilTold(watch, 7);
  expect(watch.records.map(({ file, outcome, words }) => `${file} ${outcome} ${words.split(',')[0]}`)).toEqual([
    'folder.csv refused this is a folder',
    ...['link.csv', 'lost.csv'].map((name) => `${name} refused this is a link`),
    'pipe.csv refused this is a pipe or a device',
    ...['root.csv', 'zero.csv'].map((name) => `${name} refused this is a link`),
    'zz.csv taken ',
  ]);
  expect(await rowsIn(home)).toBe(3);
  const { waiting } = await readFeed(home, 'coordinator');
  expect(waiting.map(({ file }) => file)).toContain('lost.csv');
  await watch.stop();

  const again = startWatch(feed);
  appendFileSync(elsewhere, 'something behind the link has changed\n');
  writeFileSync(join(folder, 'folder.csv', 'inside.csv'), callFile(20, 30));
  put('zzz.csv', callFile(13, 14)); // taken after all that is due before it
  await untilTold(again, 1);
  expect(again.told()).toEqual(['zzz.csv taken']);
  unlinkSync(join(folder, 'link.csv'));
  put('link.csv', callFile(0, 10)); // the file itself
  await untilTold(again, 2);
  expect(again.told().at(-1)).toBe('link.csv taken');
  expect(await rowsIn(home)).toBe(14);
});

test.concurrent('a file whose name is a pattern brings its own calls only', async () => {
  const { home, feed, put } = await feedTown();
  put('~draft.csv', callFile(900, 910));
  put('*.csv', callFile(0, 3));
  put('a[1]?.csv', callFile(3, 5));
  const watch = startWatch(feed);
  await untilTold(watch, 2);
  expect(watch.records.map(({ file, report }) => [file, report?.accepted])).toEqual([
    ['*.csv', 3],
    ['a[1]?.csv', 2],
  ]);
  expect(await rowsIn(home)).toBe(5);
});

test.concurrent('a file of which more than half is rejected fails, and what could be read is kept', async () => {
  const { home, feed, put } = await feedTown();
  const watch = startWatch(feed);
  put('half.csv', callFile(0, 4) + callFile(4, 10, 'yesterday').split('\n').slice(1).join('\n'));
  await untilTold(watch, 1);
  expect(watch.records[0]).toMatchObject({
    outcome: 'mostly-rejected',
    report: { read: 10, accepted: 4, rejected: 6 },
  });
  expect(watch.records[0]?.report?.rejects[0]).toMatchObject({ line: 6, column: 'at' });
  expect(JSON.stringify(watch.records[0])).not.toContain('yesterday');
  expect(await rowsIn(home)).toBe(4);
  expect(await feedState(home)).toBe('failed');
});

test.concurrent('under a mended profile a refused file is tried again, and not before', async () => {
  const { home, folder, feed, put } = await feedTown({ times: [{ formats: ['%d/%m/%Y'], zone: 'local' }] });
  put('a.csv', callFile(0, 10));
  const watch = startWatch(feed);
  await untilTold(watch, 1);
  expect(watch.told()).toEqual(['a.csv refused']);
  await watch.stop();
  const same = startWatch(feed);
  put('b.csv', callFile(0, 5));
  await untilTold(same, 1);
  expect(same.told()).toEqual(['b.csv refused']);
  await same.stop();
  const mended = startWatch({ ...feed, home, folder, profile: smallProfile() });
  await untilTold(mended, 2);
  expect(mended.told()).toEqual(['a.csv taken', 'b.csv taken']);
});

test.concurrent('while another process changes the home the file waits, and is then taken in', async () => {
  const { home, feed, put } = await feedTown();
  const watch = startWatch(feed);
  await withStoreLock(home, async () => {
    put('a.csv', callFile(0, 10));
    await sleep(2_500); // two looks, and it is due
    expect(watch.records).toEqual([]);
  });
  await untilTold(watch, 1);
  expect(watch.told()).toEqual(['a.csv taken']);
});

test.concurrent('of two watchers on one home, one takes each file', async () => {
  const { home, feed, put } = await feedTown();
  const watches = [startWatch(feed), startWatch(feed, { isPolled: true })];
  for (let n = 0; n < 5; n++) put(`${n}.csv`, callFile(n * 10, n * 10 + 10));
  put('bad.csv', 'x\n1\n');
  const all = () => watches.flatMap((watch) => watch.told()).sort();
  await until(() => expect(all()).toHaveLength(6));
  await until(async () => expect(await readFeedRecords(home)).toHaveLength(6));
  await sleep(2_500); // the slower one looks once more
  expect(all()).toEqual(['0.csv taken', '1.csv taken', '2.csv taken', '3.csv taken', '4.csv taken', 'bad.csv refused']);
  expect(await rowsIn(home)).toBe(50);
  await watches[0]?.stop();
  await until(async () => expect(await readOpenFolders(home)).toHaveLength(1)); // the other watches on
});

test.concurrent('a folder that goes away is told once, and watched again when it is back', async () => {
  const { feed, folder, put } = await feedTown();
  const watch = startWatch(feed, { isPolled: true });
  put('a.csv', callFile(0, 10));
  await untilTold(watch, 1);
  await rename(folder, `${folder}-away`);
  await until(() => expect(watch.troubles).toEqual(['there is no such folder']));
  await sleep(2_500);
  expect(watch.troubles).toHaveLength(1);
  await rename(`${folder}-away`, folder);
  put('b.csv', callFile(10, 20));
  await untilTold(watch, 2);
  expect(watch.told()).toEqual(['a.csv taken', 'b.csv taken']);
});

test.concurrent('a home of which nothing was ever watched has no feed; one whose folder is empty has', async () => {
  const { home, feed } = await feedTown();
  expect(await feedState(home)).toBe('none');
  const watch = startWatch(feed);
  await until(async () => expect(await feedState(home)).toBe('ok'));
  await watch.stop();
  await until(async () => expect(await feedState(home)).toBe('none'));
});

test.concurrent('an empty file is left to its writer', async () => {
  const { feed, put } = await feedTown();
  put('a.csv', '');
  put('b.csv', callFile(0, 3));
  const watch = startWatch(feed);
  await untilTold(watch, 1);
  put('a.csv', callFile(3, 6));
  await untilTold(watch, 2);
  expect(watch.told()).toEqual(['b.csv taken', 'a.csv taken']);
});

test.each([
  [{ source: undefined }, /--watch needs --source/],
  [{ folder: '/no/such/folder' }, /--watch \/no\/such\/folder: there is no such folder/],
  [{ source: 'socrata' }, /leaves the time zone open/],
])('a watch that could bring nothing is refused: %j', async (changes, words) => {
  const { home, folder, profile } = await feedTown();
  await expect(openFeed({ home, folder, source: profile, ...changes })).rejects.toThrow(words);
});
