import type { Logger } from 'pino';
import type { WallPulse } from '#data/schema/wall.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { hearChanges } from './hear-changes.ts';
import { type BoardSource, keepBoard } from './keep-board.ts';
import { pageBuild } from './page-build.ts';
import { runningClock } from './running-clock.ts';
import type { SealedBoard } from './sealed-board.ts';
import type { Seat, Visitor } from './seat.ts';
import { openSeats } from './seats.ts';
import { settle } from './settle.ts';

export type HubOptions = {
  readonly home: string;
  readonly records: RecordStore;
  readonly nowLocal: () => string;
  readonly dist: string; // folder of the built page
  readonly log: Logger;
  readonly openBoard: (onChange: () => void) => BoardSource; // opened when the first wall asks
  readonly feed?: () => Promise<WallPulse['feed']>; // of the calls that come in by themselves; none by default
  readonly pace?: Partial<typeof PACE>;
};

/** In milliseconds. */
const PACE = {
  pulse: 10_000,
  quiet: 300, // after a change, before the board is read: one act changes several records
  longest: 2_000, // though changes go on
  reread: 300_000, // though nothing changed
  patience: 30_000, // with a wall that takes nothing
  linger: 60_000, // awake after the last wall has gone
  look: 2_000, // at the manifest
};

/** The one place that walls hear from. It sleeps, and costs nothing, while nobody looks. */
export type Hub = {
  /** The board as it is now; throws where none could be made yet. */
  board(): Promise<SealedBoard>;
  sit(visitor: Visitor): Promise<Seat>;
  leave(seat: Seat): void;
  /** Something that a board tells of may have changed. */
  tell(): void;
  /** New calls are in the store, and are being cut. */
  prepare(): void;
  /** Ends every stream of a person and says why. */
  revoke(personId: string): void;
  counts(): { streams: number; boardsSent: number; reads: number; readsFailed: number; isAwake: boolean };
  /** Ends every stream at once. */
  close(): Promise<void>;
};

type Awake = { readonly looked: Promise<void>; readonly settled: Promise<void>; stop(): void };

export function openHub(options: HubOptions): Hub {
  const { home, records, nowLocal, dist, log, feed = async () => 'none' as const } = options;
  const pace = { ...PACE, ...options.pace };
  const clock = runningClock(nowLocal);
  let source: BoardSource | null = null;
  let awake: Awake | null = null;
  let isSettled = false; // the board was read, or tried to be, since we woke
  let closing: Promise<void> | null = null;
  let usedAt = 0;
  let boardsSent = 0;
  let around: Pick<WallPulse, 'feed' | 'build'> = { feed: 'none', build: '' };

  const keeper = keepBoard({
    source: () => {
      source ??= options.openBoard(tell);
      return source;
    },
    nowLocal,
    log,
    onNews: () => {
      if (isSettled) seats.pulse();
    },
  });
  const present = () => (isSettled ? keeper.now() : null);
  const stage = {
    board: present,
    pulse: () => ({
      clockLocal: clock(),
      board: present()?.board.board ?? null,
      database: keeper.database(),
      ...around,
    }),
    onBoardSent: () => void boardsSent++,
  };
  const seats = openSeats(stage, records.pool, pace.patience);
  const changed = settle(() => void keeper.read(), pace.quiet, pace.longest);
  const people = settle(() => void seats.endRevoked(), pace.quiet, pace.longest);
  const tell = () => {
    if (awake) void keeper.read(); // at once: whoever tells knows that the change is whole
  };
  const lookAround = async () => {
    around = { feed: await feed().catch(() => around.feed), build: await pageBuild(dist) };
  };
  const beat = async () => {
    await lookAround();
    if (awake === null) return;
    if (keeper.isDue(pace.reread)) changed.tell();
    seats.pulse();
    seats.check();
    if (seats.count() === 0 && performance.now() - usedAt > pace.linger) sleep();
  };
  const wakeUp = (): Awake => {
    const hearing = hearChanges({
      ...{ home, pool: records.pool, look: pace.look },
      onChange: changed.tell,
      onPeople: people.tell,
      onHeard: keeper.hear,
    });
    const pulses = setInterval(() => {
      hearing.ping();
      void beat();
    }, pace.pulse).unref();
    const looked = lookAround();
    const woken: Awake = {
      looked,
      settled: Promise.all([keeper.read(), looked]).then(() => {
        if (awake !== woken) return;
        isSettled = true;
        seats.pulse();
      }),
      stop: () => {
        clearInterval(pulses);
        hearing.stop();
        changed.stop();
        people.stop();
      },
    };
    return woken;
  };
  const use = () => {
    usedAt = performance.now();
    if (!closing) awake ??= wakeUp();
  };
  const sleep = () => {
    awake?.stop();
    awake = null;
    isSettled = false;
  };
  const close = async () => {
    sleep();
    seats.endAll();
    await keeper.rest();
    await source?.close();
  };
  return {
    board: async () => {
      use();
      await awake?.settled;
      const now = keeper.now();
      if (now === null) throw keeper.trouble() ?? new Error('the hub of the walls is closed');
      return now;
    },
    sit: async (visitor) => {
      use();
      await awake?.looked;
      const seat = seats.take(visitor);
      if (closing) seats.leave(seat);
      return seat;
    },
    leave: (seat) => {
      seats.leave(seat);
      usedAt = performance.now();
    },
    tell,
    prepare: () => {
      if (awake) source?.prepare?.();
    },
    revoke: seats.revoke,
    counts: () => ({
      streams: seats.count(),
      boardsSent,
      reads: keeper.reads.done,
      readsFailed: keeper.reads.failed,
      isAwake: awake !== null,
    }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
