import { useEffect, useState } from 'react';
import type { WallPage } from '#web/wall/page.ts';
import { type Pace, type Round, startRound, step, tick, turnPause } from './round.ts';

type Keys = { onHelp: () => void };

/** Turns the pages by themselves and by key. */
export function useRound(pages: readonly WallPage[], now: number, pace: Pace, { onHelp }: Keys): Round {
  const [round, setRound] = useState(() => startRound(pages, now));
  const ticked = tick(round, pages, now, pace);
  if (ticked !== round) setRound(ticked);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
      const at = performance.now();
      if (event.key === ' ') setRound((was) => turnPause(was, at));
      else if (event.key === 'ArrowRight') setRound((was) => step(was, pages, 1, at));
      else if (event.key === 'ArrowLeft') setRound((was) => step(was, pages, -1, at));
      else if (event.key === '?') onHelp();
      else if (event.key === 'f' || event.key === 'F') fullScreen();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [pages, onHelp]);
  return ticked;
}

function fullScreen(): void {
  const asked = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  asked.catch(() => undefined); // a browser that was told never to
}
