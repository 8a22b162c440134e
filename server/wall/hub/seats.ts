import type pg from 'pg';
import { findRevoked } from '#server/store/wall-revoked.ts';
import { type Seat, type Stage, takeSeat, type Visitor } from './seat.ts';

/** Every stream that is open. */
export type Seats = {
  readonly count: () => number;
  /** Where one person has too many the oldest of them ends, so that a wall that is loaded anew is never shut out. */
  take(visitor: Visitor): Seat;
  leave(seat: Seat): void;
  pulse(): void;
  /** Ends those whose session ended, and cuts those that take nothing. */
  check(): void;
  /** Ends those of people who may look no longer. */
  endRevoked(): Promise<void>;
  revoke(personId: string): void;
  endAll(): void;
};

/**
 * Of one person. A demo's one wall account is looked at by a whole room, twenty at once; whoever opens more is looking no
 * more, and a stream costs the server a question to its session every ten seconds.
 */
const MOST_OF_ONE = 24;

/** `patience`: for how many milliseconds a wall may leave what it was sent. */
export function openSeats(stage: Stage, pool: pg.Pool, patience: number): Seats {
  const seats = new Set<Seat>();
  const all = (what: (seat: Seat) => void) => {
    for (const seat of [...seats]) what(seat);
  };
  const end = (seat: Seat, why: 'over' | 'revoked') => {
    seats.delete(seat);
    seat.end(why);
  };
  const revoke = (personId: string) =>
    all((seat) => {
      if (seat.visitor.personId === personId) end(seat, 'revoked');
    });
  const makeRoom = (personId: string) => {
    const own = [...seats].filter((seat) => seat.visitor.personId === personId);
    for (const seat of own.slice(0, Math.max(0, own.length - MOST_OF_ONE + 1))) {
      end(seat, 'over');
      if (seat.stalled() > 0) seat.visitor.drop(); // it would not take the end either
    }
  };
  const check = async (seat: Seat) => {
    if (seat.stalled() > patience) {
      seats.delete(seat);
      return seat.visitor.drop();
    }
    const standing = await seat.visitor.check().catch(() => 'open' as const); // nobody can say while the database is away
    if (standing !== 'open') end(seat, standing);
  };
  return {
    count: () => seats.size,
    take: (visitor) => {
      makeRoom(visitor.personId);
      const seat = takeSeat(visitor, stage);
      seats.add(seat);
      return seat;
    },
    leave: (seat) => end(seat, 'over'),
    pulse: () => all((seat) => seat.pulse()),
    check: () => all((seat) => void check(seat)),
    endRevoked: async () => {
      const people = [...new Set([...seats].map(({ visitor }) => visitor.personId))];
      const revoked = await findRevoked(pool, people).catch(() => []); // the next pulse looks again
      for (const personId of revoked) revoke(personId);
    },
    revoke,
    endAll: () => all((seat) => end(seat, 'over')),
  };
}
