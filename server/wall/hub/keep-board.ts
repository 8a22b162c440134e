import type { Logger } from 'pino';
import type { WallBoard } from '#data/schema/wall.ts';
import { troubleOf } from '#server/store/trouble.ts';
import { type SealedBoard, seal, sealAsOf } from './sealed-board.ts';

/** Makes boards, each named by what it says. */
export type BoardSource = { read(): Promise<WallBoard>; prepare?(): void; close(): Promise<void> };

type Keeping = {
  readonly source: () => BoardSource;
  readonly nowLocal: () => string;
  readonly log: Logger;
  readonly onNews: () => void; // another board, or the database went or came
};

/** The last good board, and whether the database that it was read from is there. */
export type KeptBoard = {
  readonly now: () => SealedBoard | null;
  readonly database: () => 'ok' | 'away';
  readonly reads: { done: number; failed: number };
  readonly trouble: () => unknown; // why the last read failed; null where it did not
  /** Reads it anew, once more where it is being read already. Never throws: what was good stays. */
  read(): Promise<void>;
  /** Resolves when it is not being read. */
  rest(): Promise<void>;
  /** Whether the database tells us of changes; while it does, the board is as of now. */
  hear(isHeard: boolean): void;
  /** True where time alone may have changed it since it was read: another day, a demo put forward, long ago. */
  isDue(every: number): boolean;
};

export function keepBoard({ source, nowLocal, log, onNews }: Keeping): KeptBoard {
  const reads = { done: 0, failed: 0 };
  let kept: SealedBoard | null = null;
  let reading: Promise<void> | null = null;
  let isAgain = false;
  let isHeard = true; // until we know otherwise
  let trouble: unknown = null;
  let goodAt = '';
  let readAt = { ticks: Number.NEGATIVE_INFINITY, moment: '' };

  const database = () => (isHeard && trouble === null ? 'ok' : 'away');
  /** Makes a change of state; on going away the board is stamped with the last moment at which it was known to hold. */
  const become = (change: () => SealedBoard | null) => {
    const was = { state: database(), board: kept };
    kept = change() ?? kept;
    if (was.state === 'ok' && database() === 'away' && kept && goodAt !== '') kept = sealAsOf(kept, goodAt);
    if (was.state !== database() || was.board !== kept) onNews();
  };
  const readOnce = async () => {
    readAt = { ticks: performance.now(), moment: nowLocal() };
    try {
      const made = seal(await source().read());
      reads.done++;
      become(() => {
        trouble = null;
        goodAt = nowLocal();
        return made.says === kept?.says ? null : made;
      });
    } catch (error) {
      reads.failed++;
      if (troubleOf(error) !== 'away') log.error(error, 'the board of the walls could not be made; the last one stays');
      become(() => {
        trouble = error;
        return null;
      });
    }
  };
  const readUntilQuiet = async () => {
    do {
      isAgain = false;
      await readOnce();
    } while (isAgain);
    reading = null;
  };
  return {
    now: () => kept,
    database,
    reads,
    trouble: () => trouble,
    read: () => {
      isAgain = reading !== null;
      reading ??= readUntilQuiet();
      return reading;
    },
    rest: async () => {
      await reading;
    },
    hear: (is) => {
      if (is && trouble === null) goodAt = nowLocal();
      become(() => {
        isHeard = is;
        return null;
      });
    },
    isDue: (every) => {
      const now = nowLocal();
      const isOtherDay = now.slice(0, 10) !== readAt.moment.slice(0, 10);
      const isMoved = Math.abs(Date.parse(`${now}Z`) - Date.parse(`${readAt.moment}Z`)) >= every;
      return trouble !== null || isOtherDay || isMoved || performance.now() - readAt.ticks >= every;
    },
  };
}
