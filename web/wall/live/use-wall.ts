import { useEffect, useReducer, useRef } from 'react';
import type { WallGround } from '#web/wall/map/ground.ts';
import { forgetState, type KeptState, keepState } from './kept-state.ts';
import { openLink } from './link.ts';
import { clockAt, type Heard, hear, NOTHING_HEARD, type WallState } from './wall-state.ts';
import { reloadIfOld, reloadOnceThere } from './watchdog.ts';

type Ends = {
  entry: number; // how often this screen was let in: each time it listens anew
  onOut: () => void;
  onRevoked: () => void;
};

const now = () => performance.now();

/** Listens as long as it is mounted. Begins with what was kept, until the server is heard. */
export function useWall(kept: KeptState | null, { entry, onOut, onRevoked }: Ends): WallState {
  const [state, say] = useReducer(
    (was: WallState, heard: Heard & { at: number }) => hear(was, heard, heard.at),
    kept,
    fromKept,
  );
  const build = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a screen that was let in again listens again
  useEffect(
    () =>
      openLink({
        onBoard: (board) => say({ is: 'board', board, at: now() }),
        onPulse: (pulse) => {
          say({ is: 'pulse', pulse, at: now() });
          if (build.current === null) void reloadIfOld();
          else if (build.current !== pulse.build) void reloadOnceThere();
          build.current ??= pulse.build;
        },
        onLost: () => say({ is: 'lost', at: now() }),
        onUnknownWords: () => void reloadOnceThere(),
        onOut,
        onRevoked: () => {
          void forgetState();
          onRevoked();
        },
      }),
    [entry, onOut, onRevoked],
  );
  return state;
}

/** As it was left, at the time that it is now: the machine may have been off. */
function fromKept(kept: KeptState | null): WallState {
  if (kept === null) return NOTHING_HEARD;
  const clock = { local: kept.clockLocal, at: now() - Math.max(0, Date.now() - kept.keptAt) };
  return { ...NOTHING_HEARD, board: kept.board, clock };
}

/** Keeps what is shown whenever it changes, for a start without a server. */
export function useKeeping(state: WallState, ground: WallGround | null): void {
  const { board, pulse, clock, lostAt } = state;
  const isHeard = pulse !== null && lostAt === null;
  const clockNow = useRef(clock);
  clockNow.current = clock;
  useEffect(() => {
    const clockLocal = clockAt({ clock: clockNow.current }, now());
    if (board === null || !isHeard || clockLocal === null) return;
    void keepState({ board, ground, clockLocal, keptAt: Date.now() });
  }, [board, ground, isHeard]);
}
