import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataRefused } from '#server/errors.ts';
import { isAlive } from './is-alive.ts';

/** Another process is changing the data home: what was asked for may be tried again. */
export class HomeBusy extends DataRefused {}

/** Runs `work` while no other process changes the same data home. The lock of a process that is gone is taken over. */
export async function withStoreLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  await mkdir(home, { recursive: true });
  const path = join(home, 'store.lock');
  await takeLock(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeLock(path: string): Promise<void> {
  if (await tryLock(path)) return;
  const holder = Number(await readFile(path, 'utf8').catch(() => ''));
  if (isAlive(holder)) {
    throw new HomeBusy(`process ${holder} is changing this data home; wait until it has finished`, { file: path });
  }
  await rm(path, { force: true });
  if (!(await tryLock(path))) {
    throw new HomeBusy('another process took the data home just now; try again', { file: path });
  }
}

async function tryLock(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}
