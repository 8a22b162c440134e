import { type DBSchema, openDB } from 'idb';
import { WallBoard } from '#data/schema/wall.ts';
import type { WallGround } from '#web/wall/map/ground.ts';

/** The last good state of this screen, so that it starts with something to show where the server does not answer. */
export type KeptState = {
  readonly board: WallBoard;
  readonly ground: WallGround | null;
  readonly clockLocal: string; // of the city, when it was kept
  readonly keptAt: number; // this machine's clock, since it may be off meanwhile
};

type Kept = DBSchema & { state: { key: 'last'; value: KeptState } };

const open = () =>
  openDB<Kept>('commonbeat-wall', 1, { upgrade: (database) => void database.createObjectStore('state') });

/** Keeps one state, in the place of the former. A browser that keeps nothing still shows the wall. */
export async function keepState(state: KeptState): Promise<void> {
  await inStore((database) => database.put('state', state, 'last'));
}

/** Null: nothing was kept, or by another build with other words. */
export async function readState(): Promise<KeptState | null> {
  const kept = await inStore((database) => database.get('state', 'last'));
  return kept && WallBoard.safeParse(kept.board).success ? kept : null;
}

/** A screen that was removed, or left, keeps nothing of the city. */
export async function forgetState(): Promise<void> {
  await inStore((database) => database.clear('state'));
}

async function inStore<T>(work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T | undefined> {
  try {
    const database = await open();
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch {
    return undefined; // private windows and full disks
  }
}
