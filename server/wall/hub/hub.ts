import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { WallPulse } from '#data/schema/wall.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { findRevoked } from '#server/store/wall-revoked.ts';
import { type BoardSource, keepBoard } from './keep-board.ts';
import { listenToRecords } from './listen-records.ts';
import { pageBuild } from './page-build.ts';
import { runningClock } from './running-clock.ts';
import type { SealedBoard } from './sealed-board.ts';
import { type Seat, takeSeat, type Visitor } from './seat.ts';
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
  look: 2_000, // at the manifest, which another process may have cut
};

/** The one place that walls hear from. It sleeps, and costs nothing, while nobody looks. */
export type Hub = {
  /** The board as it is now; throws where none could be made yet. */
  board(): Promise<SealedBoard>;
  sit(visitor: Visitor): Promise<Seat>;
  leave(seat: Seat): void;
  /** Something that a board tells of may have changed. */
  tell(): void;
  /** Ends every stream of a person and says why. */
  revoke(personId: string): void;
  counts(): { streams: number; boardsSent: number; reads: number; readsFailed: number; isAwake: boolean };
  /** Ends every stream at once. */
  close(): Promise<void>;
};

/** Kinds of the audit that no board tells of: who signs in, what was printed, pages for groups, letters. */
const SILENT =
  /^(session|audit|hand[-_]out.*|bulletin|pattern|report|proof|mail_in|sweep_verdict|officer-sheet|wall_device)$/;
const OF_WHO_LOOKS = /^(wall_device|person)$/;

export function openHub(options: HubOptions): Hub {
  const { home, records, nowLocal, dist, log, feed = async () => 'none' as const } = options;
  const pace = { ...PACE, ...options.pace };
  const clock = runningClock(nowLocal);
  const seats = new Set<Seat>();
  let source: BoardSource | null = null;
  let wakeUp: { asleep: () => void; looked: Promise<void>; first: Promise<void> } | null = null;
  let isSettled = false; // the board was read, or tried to be, since we woke
  let closing: Promise<void> | null = null;
  let usedAt = 0;
  let boardsSent = 0;
  let around: Pick<WallPulse, 'feed' | 'build'> = { feed: 'none', build: '' };

  const all = (what: (seat: Seat) => void) => {
    for (const seat of [...seats]) what(seat);
  };
  const keeper = keepBoard({
    source: () => {
      source ??= options.openBoard(tell);
      return source;
    },
    nowLocal,
    log,
    onNews: () => {
      if (isSettled) all((seat) => seat.pulse());
    },
  });
  const changed = settle(() => void keeper.read(), pace.quiet, pace.longest);
  const whoLooks = settle(() => void endRevoked(), pace.quiet, pace.longest);
  const tell = () => {
    if (wakeUp) changed.tell();
  };
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
  const end = (seat: Seat, why: 'over' | 'revoked') => {
    seats.delete(seat);
    seat.end(why);
  };
  const endRevoked = async () => {
    const people = [...new Set([...seats].map(({ visitor }) => visitor.personId))];
    const revoked = await findRevoked(records.pool, people).catch(() => []); // the next pulse looks again
    for (const personId of revoked) revoke(personId);
  };
  const revoke = (personId: string) =>
    all((seat) => {
      if (seat.visitor.personId === personId) end(seat, 'revoked');
    });
  const check = async (seat: Seat) => {
    if (seat.stalled() > pace.patience) {
      seats.delete(seat);
      return seat.visitor.drop();
    }
    const standing = await seat.visitor.check().catch(() => 'open' as const); // who it is cannot be asked while the database is away
    if (standing !== 'open') end(seat, standing);
  };
  const lookAround = async () => {
    around = { feed: await feed().catch(() => 'failed' as const), build: await pageBuild(dist) };
  };
  const beat = async () => {
    await lookAround();
    if (wakeUp === null) return;
    if (keeper.isDue(pace.reread)) changed.tell();
    all((seat) => seat.pulse());
    all((seat) => void check(seat));
    if (seats.size === 0 && performance.now() - usedAt > pace.linger) sleep();
  };
  const wake = () => {
    usedAt = performance.now();
    if (closing || wakeUp) return;
    const listening = listenToRecords({
      pool: records.pool,
      onTold: (kind) => {
        if (OF_WHO_LOOKS.test(kind)) whoLooks.tell();
        if (!SILENT.test(kind)) changed.tell();
      },
      onOpen: () => {
        keeper.hear(true);
        changed.tell();
      },
      onLost: () => {
        keeper.hear(false);
        changed.tell(); // asking revives a database of our own
      },
    });
    const pulses = setInterval(() => {
      void listening.ping().then((isThere) => isThere && keeper.hear(true));
      void beat();
    }, pace.pulse).unref();
    const manifest = join(home, 'manifest-public.json');
    watchFile(manifest, { interval: pace.look, persistent: false }, changed.tell);
    const looked = lookAround();
    const first = Promise.all([keeper.read(), looked]).then(() => {
      isSettled = true;
      all((seat) => seat.pulse());
    });
    wakeUp = {
      looked,
      first,
      asleep: () => {
        clearInterval(pulses);
        unwatchFile(manifest, changed.tell);
        changed.stop();
        whoLooks.stop();
        listening.close();
      },
    };
  };
  const sleep = () => {
    wakeUp?.asleep();
    wakeUp = null;
    isSettled = false;
  };
  const close = async () => {
    sleep();
    all((seat) => end(seat, 'over'));
    await keeper.rest();
    await source?.close();
  };
  return {
    board: async () => {
      wake();
      await wakeUp?.first;
      const now = keeper.now();
      if (now === null) throw keeper.trouble() ?? new Error('the hub of the walls is closed');
      return now;
    },
    sit: async (visitor) => {
      wake();
      await wakeUp?.looked;
      const seat = takeSeat(visitor, stage);
      if (closing) seat.end('over');
      else seats.add(seat);
      return seat;
    },
    leave: (seat) => {
      end(seat, 'over');
      usedAt = performance.now();
    },
    tell,
    revoke,
    counts: () => ({
      streams: seats.size,
      boardsSent,
      reads: keeper.reads.done,
      readsFailed: keeper.reads.failed,
      isAwake: wakeUp !== null,
    }),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
