import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withStoreLock } from '#server/store/store-lock.ts';
import { newFolder } from '#test/fixture/calls-files.ts';

test('one home is changed by one at a time, and is free again after, also after a failure', async () => {
  const home = newFolder();
  await withStoreLock(home, async () => {
    await expect(withStoreLock(home, async () => 'in')).rejects.toThrow(/is changing this data home/);
  });
  await expect(
    withStoreLock(home, async () => {
      throw new Error('failed inside');
    }),
  ).rejects.toThrow('failed inside');
  expect(await withStoreLock(home, async () => 'free')).toBe('free');
});

test('the lock of a process that is gone is taken over', async () => {
  const home = newFolder();
  writeFileSync(join(home, 'store.lock'), '999999999');
  expect(await withStoreLock(home, async () => existsSync(join(home, 'store.lock')))).toBe(true);
});

test('a lock without a name is being taken; an old one was left by a process that ended while it took it', async () => {
  const home = newFolder();
  const lock = join(home, 'store.lock');
  writeFileSync(lock, '');
  await expect(withStoreLock(home, async () => 'in')).rejects.toThrow(/took the data home just now; try again/);
  expect(existsSync(lock)).toBe(true);
  const before = new Date(Date.now() - 60_000);
  utimesSync(lock, before, before);
  expect(await withStoreLock(home, async () => 'in')).toBe('in');
});
