import type pg from 'pg';
import { findRevoked } from '#server/store/wall-revoked.ts';
import { type Seat, type Stage, takeSeat, type Visitor } from './seat.ts';

/** Every stream that is open. */
export type Seats = {
  readonly count: () => number;
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
