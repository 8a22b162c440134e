import type { WallBoard } from '#data/schema/wall.ts';
import type { WallState } from '#web/wall/live/wall-state.ts';
import { agesOf } from './ages.ts';
import { ageInWords, momentShort, words } from './words.ts';

/** What takes the brightest place, because without it the figures would mislead. */
export type Trouble = { readonly title: string; readonly lead: string };

const SILENT_MS = 30_000; // three pulses
const BACK_SOON_MS = 15 * 60_000; // figures that old are still worth their ink

/**
 * Whether the server is silent for so long that its clock is not to be trusted. A server that starts anew, or a screen that
 * changes its network, is back before. What was kept from before the page began is trusted until the first try fails.
 */
export const isSilent = ({ pulse, lostAt, clock }: WallState, now: number): boolean =>
  pulse === null || clock === null ? lostAt !== null : now - clock.at > SILENT_MS;

/** The first trouble that a passer-by has to know of; null: none. */
export function troubleOf(state: WallState, clockLocal: string, now: number): Trouble | null {
  if (isSilent(state, now)) {
    const since = state.clock && momentShort(state.clock.local, clockLocal);
    return { title: words.silent(since), lead: words.silentLead };
  }
  const red = agesOf(state.board?.calls?.sources ?? [], clockLocal).filter(({ freshness }) => freshness === 'red');
  const oldest = red.toSorted((a, b) => b.hours - a.hours)[0];
  if (oldest) {
    const { title, lastReceivedLocal } = oldest.source;
    const said = state.board?.calls?.sources.length === 1 ? words.calls : title;
    return {
      title: words.stale(said, ageInWords(oldest.hours)),
      lead: words.staleTo(momentShort(lastReceivedLocal, clockLocal)),
    };
  }
  if (state.pulse?.database === 'away' && state.board) {
    const since = momentShort(state.board.records.asOfLocal, clockLocal);
    return { title: words.databaseAway, lead: words.databaseAwayLead(since) };
  }
  return null;
}

const CALL_PAGES = new Set(['city', 'district', 'alert', 'trends']);

/** Whether the figures of a page are too old to be read as of now. */
export function isStale(state: WallState, board: WallBoard, kind: string, clockLocal: string, now: number): boolean {
  if (state.clock !== null && now - state.clock.at > BACK_SOON_MS) return true;
  if (CALL_PAGES.has(kind)) {
    return agesOf(board.calls?.sources ?? [], clockLocal).some(({ freshness }) => freshness === 'red');
  }
  const asOf = Date.parse(`${clockLocal}Z`) - Date.parse(`${board.records.asOfLocal}Z`);
  return state.pulse?.database === 'away' && asOf > BACK_SOON_MS;
}
