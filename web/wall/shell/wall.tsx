import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { WallBoard } from '#data/schema/wall.ts';
import type { KeptState } from '#web/wall/live/kept-state.ts';
import { useKeeping, useWall } from '#web/wall/live/use-wall.ts';
import { clockAt, type WallState } from '#web/wall/live/wall-state.ts';
import { startWatchdog } from '#web/wall/live/watchdog.ts';
import { useGround } from '#web/wall/map/use-ground.ts';
import { PageView } from '#web/wall/pages/page-view.tsx';
import { chosenPages, unknownDistrict } from './chosen-pages.ts';
import { driftAt, isMirrored } from './drift.ts';
import { Foot } from './foot.tsx';
import frame from './frame.module.css';
import { Help } from './help.tsx';
import { isDark, type WallSettings } from './settings.ts';
import { isStale, troubleOf } from './trouble.ts';
import { useSeconds } from './use-clock.ts';
import { useRound } from './use-round.ts';
import css from './wall.module.css';
import { words } from './words.ts';

const Page = memo(PageView); // the clock runs beside it

type Props = {
  kept: KeptState | null; // shown until the server is heard
  settings: WallSettings;
  entry: number;
  onOut: () => void;
  onRevoked: () => void;
  onUnknownDistrict: (named: string | null) => void; // the address names one that the city does not have
};

/** The wall of one screen that may see it. */
export function Wall({ kept, settings, entry, onOut, onRevoked, onUnknownDistrict }: Props) {
  const state = useWall(kept, { entry, onOut, onRevoked });
  const fetched = useGround(state.board);
  const ground = fetched ?? kept?.ground ?? null;
  useKeeping(state, fetched);
  useEffect(() => startWatchdog(), []);
  const unknown = state.board && unknownDistrict(state.board, settings);
  useEffect(() => onUnknownDistrict(unknown), [unknown, onUnknownDistrict]);
  const now = useSeconds();
  const clockLocal = clockAt(state, now);
  if (state.board === null || clockLocal === null) {
    const isAway = state.lostAt !== null;
    return (
      <section className={frame.told}>
        <h1>{isAway ? words.waitingAway : words.waiting}</h1>
        <p>{isAway ? words.waitingAwayLead : words.waitingLead}</p>
      </section>
    );
  }
  const shown = { state, board: state.board, ground, settings, clockLocal, now };
  return <Turning {...shown} />;
}

type Shown = {
  state: WallState;
  board: WallBoard;
  ground: KeptState['ground'];
  settings: WallSettings;
  clockLocal: string;
  now: number;
};

function Turning({ state, board, ground, settings, clockLocal, now }: Shown) {
  const pages = useMemo(() => chosenPages(board, settings), [board, settings]);
  const [isHelping, setHelping] = useState(false);
  const help = useCallback(() => setHelping(true), []);
  const round = useRound(pages, now, settings, { onHelp: help });
  const page = pages.find(({ key }) => key === round.key) ?? pages[0];
  const trouble = troubleOf(state, clockLocal, now);
  const { x, y } = driftAt(clockLocal);
  const minute = `${clockLocal.slice(0, 16)}:00`; // pages say no seconds, so they are drawn once a minute
  return (
    <div
      className={css.wall}
      data-dark={isDark(settings.dim, clockLocal)}
      data-mirrored={isMirrored(clockLocal)}
      style={{ transform: `translate(${x}px, ${y}px)` }}
    >
      {trouble && (
        <div className={css.trouble} role="status">
          <b>{trouble.title}</b> <span>{trouble.lead}</span>
        </div>
      )}
      <main className={css.page}>
        {page && (
          <Page
            page={page}
            board={board}
            clockLocal={minute}
            ground={ground}
            isStale={isStale(state, board, page.kind, clockLocal, now)}
          />
        )}
      </main>
      <Foot {...{ state, board, pages, clockLocal, now }} at={page?.key ?? ''} isPaused={round.pausedAt !== null} />
      {isHelping && <Help onClose={() => setHelping(false)} />}
    </div>
  );
}
