import type { CloseReason } from '#data/schema/records/concern.ts';
import type { ConcernEnding } from '#server/store/concerns.ts';

/** What a file says of where a request stands; empty where it says nothing. */
export type RawEnding = {
  readonly status: string;
  readonly closed: string;
  readonly updated: string;
  readonly notes: string;
};

export const ENDING_COLUMNS = {
  status: ['status', 'state', 'request_status'],
  closed: [
    'closed_on',
    'closed',
    'date_closed',
    'dateclosed',
    'closed_date',
    'closeddate',
    'closed_datetime',
    'completion_date',
    'resolved_datetime',
  ],
  updated: ['updated_datetime'], // GeoReport v2: of a closed request, when it was
  notes: ['status_notes', 'resolution', 'resolution_notes', 'close_words'],
} satisfies Record<keyof RawEnding, readonly string[]>;

const GOES_ON = words(
  'open, new, received, submitted, acknowledged, assigned, scheduled, in progress, active, pending, on hold, referred, reopened',
);
const REASONS: readonly (readonly [ReadonlySet<string>, CloseReason])[] = [
  [words('closed, completed, complete, resolved, done, fixed'), 'resolved'], // GeoReport v2: "closed: it has been resolved"
  [words('canceled, cancelled, withdrawn'), 'withdrawn'],
  [words('no action needed, no violation, unfounded, invalid, duplicate, closed duplicate'), 'no-action-needed'],
];

/**
 * How a request ended where it came from, null while it goes on; a sentence where the file cannot be believed.
 * `toLocal` reads a moment as the city's clocks showed it, null for none.
 */
export function endingOf(
  { status, closed, updated, notes }: RawEnding,
  { heardAt, nowLocal, toLocal }: { heardAt: string; nowLocal: string; toLocal: (moment: string) => string | null },
): ConcernEnding | null | string {
  const said = status.toLowerCase().replaceAll(/[\s_-]+/g, ' ');
  const reason = said === '' && closed !== '' ? 'resolved' : REASONS.find(([known]) => known.has(said))?.[1];
  if (reason === undefined)
    return said === '' || GOES_ON.has(said)
      ? null
      : `"${status}" is no status that is known here: write open, closed, canceled or duplicate`;
  const moment = closed || updated;
  const at = moment === '' ? nowLocal : toLocal(moment);
  if (at === null) return `"${moment}" is no date on which it was closed`;
  if (at > nowLocal) return `it was closed on ${at.slice(0, 10)}, which lies ahead`;
  if (at.slice(0, 10) < heardAt.slice(0, 10)) return `it was closed on ${at.slice(0, 10)}, before it was heard`;
  const where = `Closed where it came from${status === '' ? '' : ` ("${status}")`}`;
  const when = moment === '' ? ', on a day that the file does not tell' : '';
  return { on: at.slice(0, 10), reason, words: `${where}${when}.${notes === '' ? '' : ` ${notes}`}`.slice(0, 1000) };
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(', '));
}
