import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepOpen } from '#server/feed/open-folders.ts';
import { lookThroughFolders, tellFailedFiles } from '#server/jobs/call-files.ts';
import { postLetters } from '#server/mail/post-letters.ts';
import { systemActing } from '#server/store/record-store.ts';
import { person } from '#server/store/tables/people.ts';
import { callFile, feedTown, startWatch, untilTold } from '#test/fixture/feed-town.ts';
import { catchLetters } from '#test/fixture/letter-catcher.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const box = await catchLetters();
afterAll(box.close);
let now = '2025-03-05T09:00:00';
const nowLocal = () => now;

const PEOPLE = [
  { personId: 'p-ada', name: 'Ada', role: 'administrator', email: 'ada@example.org' },
  { personId: 'p-cora', name: 'Cora', role: 'coordinator', email: 'cora@example.org' },
  { personId: 'p-left', name: 'Left', role: 'coordinator', email: 'left@example.org', isActive: false },
  { personId: 'p-quill', name: 'Quill', role: 'officer', email: 'quill@example.org' },
] as const;
await store.as(systemActing(now), (tx) => tx.insert(person).values([...PEOPLE]));

/** Posts what waits, and gives the letters that came out since the last time. */
async function posted() {
  const before = box.caught.length;
  await postLetters(store, systemActing(now), box.post, 'commonbeat@example.org');
  return box.caught.slice(before);
}

test('a failed file is mailed once to whoever runs the feed: what is wrong and where, and nothing of what it says', async () => {
  const { home, feed, put } = await feedTown();
  const job = tellFailedFiles({ home, store, nowLocal });
  expect(await job.run()).toBe('0 call files wait to be mended, 0 letters written');
  const watch = startWatch(feed);
  put('good.csv', callFile(0, 10));
  await untilTold(watch, 1);
  put('export.csv', 'Jane Roe,12 Pell Street\n555-0199,heard shouting\n');
  put('half.csv', callFile(10, 14) + callFile(14, 24, 'Jane Roe').split('\n').slice(1).join('\n'));
  await untilTold(watch, 3);
  await watch.stop();
  expect(await job.run()).toBe('2 call files wait to be mended, 2 letters written');
  const letters = await posted();
  const bySubject = (subject: string) => letters.find(({ email }) => email.subject === subject);
  const refused = bySubject('Call file not taken in: export.csv');
  expect(refused?.to).toEqual(['ada@example.org', 'cora@example.org']);
  expect(refused?.email.text).toMatch(/line 1, id: the header has no column "id"/);
  expect(refused?.email.text).toMatch(/Everything up to March 4, 2025, 5:05 pm is there/);
  expect(refused?.email.text).toMatch(/put it into the watched folder/);
  const half = bySubject('Call file mostly not readable: half.csv');
  expect(half?.email.text).toMatch(/Of its 14 records 10 could not be read; 4 were taken in/);
  expect(half?.email.text).toMatch(/line 6, at: not a time written as[\s\S]*and 5 more/);
  for (const { email } of letters) expect(email.text).not.toMatch(/Jane|Roe|Pell|555|shouting/);

  expect(await job.run()).toBe('2 call files wait to be mended, 0 letters written');
  put('export.csv', callFile(24, 30));
  const again = startWatch(feed);
  await untilTold(again, 1);
  await again.stop();
  expect(await job.run()).toBe('1 call files wait to be mended, 0 letters written');
  expect(await posted()).toEqual([]);
});

test('of a link in the folder it is told that the file itself is wanted', async () => {
  const { home, feed, folder } = await feedTown();
  const job = tellFailedFiles({ home, store, nowLocal });
  symlinkSync('/no/such/file', join(folder, 'link.csv'));
  const watch = startWatch(feed);
  await untilTold(watch, 1);
  expect(await job.run()).toBe('1 call files wait to be mended, 1 letters written');
  const [letter] = await posted();
  expect(letter?.email.subject).toBe('Call file not taken in: link.csv');
  expect(letter?.email.text).toMatch(/this is a link, not a file: put the file itself into the folder/);
  expect(letter?.email.text).not.toMatch(/line of the file/);
});

test('the night takes in what a killed watcher missed, and fails aloud where files wait or the folder is gone', async () => {
  const { home, feed, folder, put } = await feedTown();
  const job = lookThroughFolders({ home, store, nowLocal });
  expect(await job.run()).toBe('No folder is watched');
  const { profile } = feed;
  await keepOpen(home, { folder, profile, geocodes: null, sinceLocal: now, trouble: '', isOpen: true }); // as it left it
  put('a.csv', callFile(0, 10));
  put('b.csv', callFile(10, 20));
  expect(await job.run()).toBe('small: 2 files taken in');
  put('bad.csv', 'x\n1\n');
  const words = 'small: 0 files taken in, waiting to be mended: bad.csv';
  await expect(job.run()).rejects.toThrow(words);
  await expect(job.run()).rejects.toThrow(words); // the queue tries again: it has not mended itself
  rmSync(`${folder}/bad.csv`);
  expect(await job.run()).toBe('small: 0 files taken in');
  rmSync(folder, { recursive: true });
  await expect(job.run()).rejects.toThrow('small: its folder: there is no such folder');
});

test('a feed that brings nothing for longer than its red age is told, once a day', async () => {
  const { home, feed, folder, put } = await feedTown({ expectedEveryHours: 24 });
  put('a.csv', callFile(0, 10)); // all of March 4, 17:05
  const { profile } = feed;
  now = '2025-03-04T18:00:00';
  await keepOpen(home, { folder, profile, geocodes: null, sinceLocal: now, trouble: '', isOpen: true });
  const job = lookThroughFolders({ home, store, nowLocal });
  expect(await job.run()).toBe('small: 1 files taken in');
  now = '2025-03-07T02:40:00';
  expect(await job.run()).toBe('small: 0 files taken in'); // late, and not yet doubtful
  now = '2025-03-08T02:40:00';
  await expect(job.run()).rejects.toThrow('small: 0 files taken in, no new call for 80 hours');
  await expect(job.run()).rejects.toThrow('no new call');
  const [letter, ...more] = await posted();
  expect(more).toEqual([]);
  expect(letter?.email.subject).toBe('No new calls: Small feed');
  expect(letter?.email.text).toMatch(/for 80 hours[\s\S]*March 4, 2025, 5:05 pm/);
  now = '2025-03-09T02:40:00';
  await expect(job.run()).rejects.toThrow('no new call for 104 hours');
  expect(await posted()).toHaveLength(1);
});
