import type { WallPulse } from '#data/schema/wall.ts';
import { frameOf, type SealedBoard } from './sealed-board.ts';

/** What every seat looks at: the one board, and the pulse of this moment. */
export type Stage = {
  readonly board: () => SealedBoard | null;
  readonly pulse: () => WallPulse;
  readonly onBoardSent: () => void;
};

export type Visitor = {
  readonly personId: string;
  readonly has: string | null; // the board that it has already
  readonly check: () => Promise<Standing>;
  readonly drop: () => void; // cuts a connection that takes nothing
};

/** Of the session that a stream was opened with. */
export type Standing = 'open' | 'over' | 'revoked';

/**
 * One open stream. It holds no queue, only what is due: a wall that reads slowly is given the newest board, and
 * nothing grows behind one that does not read.
 */
export type Seat = {
  readonly visitor: Visitor;
  /** What to send next, as soon as there is something; null: the end. */
  next(): Promise<Uint8Array | null>;
  /** Looks again whether something is due. */
  nudge(): void;
  pulse(): void;
  end(why: 'over' | 'revoked'): void;
  /** For how many milliseconds what was handed out last has not been taken. */
  stalled(): number;
};

const RETRY_FROM = 1_000; // a hundred walls do not come back in the same second
const RETRY_SPREAD = 3_000;
const REVOKED = frameOf({ event: 'revoked', data: '{}' });

export function takeSeat(visitor: Visitor, stage: Stage): Seat {
  let { has } = visitor;
  let retry: number | null = RETRY_FROM + Math.floor(Math.random() * RETRY_SPREAD);
  let isPulseDue = true;
  let ending: 'over' | 'revoked' | null = null;
  let waiting: ((frame: Uint8Array | null) => void) | null = null;
  let handedAt = performance.now();

  const pulseFrame = () => {
    const frame = frameOf({
      event: 'pulse',
      data: JSON.stringify(stage.pulse()),
      ...(retry === null ? {} : { retry }),
    });
    retry = null;
    isPulseDue = false;
    return frame;
  };
  /** Undefined where nothing is due. */
  const due = (): Uint8Array | null | undefined => {
    if (ending === 'over') return null;
    if (ending === 'revoked') {
      ending = 'over';
      return REVOKED;
    }
    const board = stage.board();
    if (board !== null && board.board.board !== has) {
      has = board.board.board;
      stage.onBoardSent();
      return board.frame;
    }
    return isPulseDue ? pulseFrame() : undefined;
  };
  const nudge = () => {
    if (waiting === null) return;
    const frame = due();
    if (frame === undefined) return;
    const hand = waiting;
    waiting = null;
    handedAt = performance.now();
    hand(frame);
  };
  return {
    visitor,
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
        nudge();
      }),
    nudge,
    pulse: () => {
      isPulseDue = true;
      nudge();
    },
    end: (why) => {
      ending ??= why;
      nudge();
    },
    stalled: () => (waiting === null ? performance.now() - handedAt : 0),
  };
}
