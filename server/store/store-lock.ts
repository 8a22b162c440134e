import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
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
  if (holder === 0 && (await isNew(path))) throw takenJustNow(path); // its holder has yet to write who it is
  await rm(path, { force: true });
  if (!(await tryLock(path))) throw takenJustNow(path);
}

const takenJustNow = (path: string) =>
  new HomeBusy('another process took the data home just now; try again', { file: path });

const NEW_MS = 2_000;

async function isNew(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs < NEW_MS;
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
