import type { WallBoard, WallPulse } from '#data/schema/wall.ts';

/** What a wall knows, and since when. Moments are milliseconds of this browser's running clock. */
export type WallState = {
  readonly board: WallBoard | null; // the last good one, however long ago
  readonly pulse: WallPulse | null; // the last
  readonly clock: { readonly local: string; readonly at: number } | null; // the city's clock when it was last told
  readonly lostAt: number | null; // since when it cannot be reached; null: it was heard since, or never asked in vain
};

export type Heard =
  | { readonly is: 'board'; readonly board: WallBoard }
  | { readonly is: 'pulse'; readonly pulse: WallPulse }
  | { readonly is: 'lost' };

export const NOTHING_HEARD: WallState = { board: null, pulse: null, clock: null, lostAt: null };

/** Nothing that was known is thrown away when the server falls silent. */
export function hear(state: WallState, heard: Heard, now: number): WallState {
  switch (heard.is) {
    case 'board':
      return { ...state, board: heard.board };
    case 'pulse':
      return { ...state, pulse: heard.pulse, clock: { local: heard.pulse.clockLocal, at: now }, lostAt: null };
    case 'lost':
      return state.lostAt === null ? { ...state, lostAt: now } : state;
  }
}

/** The city's clock now: as it was told last, run on by our own. Null: it was never told. */
export function clockAt({ clock }: Pick<WallState, 'clock'>, now: number): string | null {
  if (clock === null) return null;
  const told = Date.parse(`${clock.local}Z`);
  return new Date(told + Math.max(0, now - clock.at)).toISOString().slice(0, 19);
}
