import type { WallPage } from '#web/wall/page.ts';

/** Where the wall stands in its round. Moments are milliseconds of a running clock. */
export type Round = {
  readonly key: string; // of the page that is shown
  readonly since: number;
  readonly pausedAt: number | null;
  readonly alerts: readonly string[]; // that were there when it was last looked
};

export type Pace = { readonly dwell: number; readonly holdsPause: boolean }; // seconds

const ALERT_SECONDS = 40;
const PAUSE_MS = 10 * 60_000;

export const startRound = (pages: readonly WallPage[], now: number): Round => ({
  key: pages[0]?.key ?? '',
  since: now,
  pausedAt: null,
  alerts: alertsOf(pages),
});

/** What a second brings: the next page, a page that came in as an alert, or the end of a pause that was forgotten. */
export function tick(round: Round, pages: readonly WallPage[], now: number, pace: Pace): Round {
  const alerts = alertsOf(pages);
  const came = alerts.find((key) => !round.alerts.includes(key));
  if (came !== undefined) return { key: came, since: now, pausedAt: null, alerts };
  const known = alerts.length === round.alerts.length ? round : { ...round, alerts };
  const page = pages.find(({ key }) => key === round.key);
  if (page === undefined) return { ...startRound(pages, now), pausedAt: round.pausedAt };
  if (round.pausedAt !== null) {
    const isForgotten = !pace.holdsPause && now - round.pausedAt >= PAUSE_MS;
    return isForgotten ? { ...known, pausedAt: null, since: now } : known;
  }
  const dwell = page.isAlert ? Math.max(pace.dwell, ALERT_SECONDS) : pace.dwell;
  return now - round.since >= dwell * 1000 ? step(known, pages, 1, now) : known;
}

/** One page on or back, around the end. */
export function step(round: Round, pages: readonly WallPage[], by: 1 | -1, now: number): Round {
  const at = pages.findIndex(({ key }) => key === round.key);
  const next = pages[(at + by + pages.length) % pages.length];
  const pausedAt = round.pausedAt === null ? null : now; // whoever steps is still there
  return { ...round, key: next?.key ?? round.key, since: now, pausedAt };
}

export const turnPause = (round: Round, now: number): Round => ({
  ...round,
  pausedAt: round.pausedAt === null ? now : null,
  since: now,
});

const alertsOf = (pages: readonly WallPage[]): string[] => pages.filter(({ isAlert }) => isAlert).map(({ key }) => key);
