import { feedState } from '#server/feed/feed-state.ts';
import { openBoard } from '#server/wall/board/open-board.ts';
import { type Hub, type HubOptions, openHub } from './hub.ts';

/** The hub of a home: its calls, its records, its feed. */
export function hubOfHome(options: Omit<HubOptions, 'openBoard' | 'feed'>): Hub {
  const { home, records, nowLocal, log } = options;
  return openHub({
    ...options,
    openBoard: (onChange) => openBoard(home, records, { nowLocal, log, onChange }),
    feed: () => feedState(home),
  });
}
