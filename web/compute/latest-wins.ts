import type { Trouble } from './door.ts';

const CANCELED: Trouble = { code: 'canceled', message: 'A later question took the place of this one.' };

/** Asks one thing at a time, and of each slot only the latest. */
export type LatestWins = {
  ask<T>(slot: string, start: () => Promise<T>): Promise<T>;
  cancel(slot: string, trouble?: Trouble): void;
  cancelAll(trouble: Trouble): void;
};

type Pending = { slot: string; start: () => Promise<void>; reject: (trouble: Trouble) => void };

/**
 * The worker has one thread and cannot see a newer question while it counts, so the
 * waiting is done here: a question replaced before its turn is never sent at all. One that
 * has been sent is stopped, where its work goes in steps.
 */
export function createLatestWins(stopRunning: () => void = () => {}): LatestWins {
  let pending: Pending[] = []; // oldest first
  let running: Pending | null = null;

  async function runNext(): Promise<void> {
    const next = pending[0];
    if (running || !next) return;
    running = next;
    await next.start();
    running = null;
    pending = pending.filter((one) => one !== next);
    await runNext();
  }

  function cancelWhere(isMeant: (one: Pending) => boolean, trouble: Trouble): void {
    if (running && isMeant(running)) stopRunning();
    for (const one of pending.filter(isMeant)) one.reject(trouble);
    pending = pending.filter((one) => !isMeant(one));
  }

  return {
    ask: (slot, start) =>
      new Promise((resolve, reject) => {
        cancelWhere((one) => one.slot === slot, CANCELED);
        pending.push({ slot, reject, start: () => start().then(resolve, reject) });
        void runNext();
      }),
    cancel: (slot, trouble = { ...CANCELED, message: 'Canceled.' }) => cancelWhere((one) => one.slot === slot, trouble),
    cancelAll: (trouble) => cancelWhere(() => true, trouble),
  };
}

/** The same with a turn for each slot: they do not wait for one another, and only what runs in a slot is stopped by its name. */
export function createEachItsTurn(stop: (slot: string) => void): LatestWins {
  const turns = new Map<string, LatestWins>();
  const turnOf = (slot: string): LatestWins => {
    const turn = turns.get(slot) ?? createLatestWins(() => stop(slot));
    turns.set(slot, turn);
    return turn;
  };
  return {
    ask: (slot, start) => turnOf(slot).ask(slot, start),
    cancel: (slot, trouble) => turns.get(slot)?.cancel(slot, trouble),
    cancelAll: (trouble) => {
      for (const turn of turns.values()) turn.cancelAll(trouble);
    },
  };
}
