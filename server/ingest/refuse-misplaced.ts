import type { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import { STAND_IN_REASONS } from './place-sql.ts';
import type { StagedInput } from './stage-input.ts';
import type { Summary } from './summarize-fresh.ts';

const FEW = 10;

/** Stops a run whose every point lies outside the jurisdiction: the profile is wrong, not the calls. */
export function refuseMisplaced(summary: Summary, profile: SourceProfile, inputs: readonly StagedInput[]): void {
  const wrong = Object.entries(summary.quarantined)
    .filter(([reason]) => !STAND_IN_REASONS.some((standIn) => standIn === reason))
    .sort((a, b) => b[1] - a[1]);
  const points = wrong.reduce((sum, [, count]) => sum + count, 0);
  const [most] = wrong;
  if (!most || summary.placed > 0 || points < FEW) return;
  const bounds = profile.bounds === null ? 'the earth' : `the bounds ${profile.bounds.join(', ')} of ${profile.city}`;
  throw new DataRefused(`all ${points} points lie outside ${bounds}; ${HINT[most[0]] ?? HINT.outside}`, {
    file: inputs.map(({ file }) => file).join(', '),
    line: 1,
    column: profile.columns.lon[0] ?? 'lon',
  });
}

const HINT: Record<string, string> = {
  'swapped axes': 'exchange columns.lon and columns.lat in the profile',
  'feet read as meters': 'the coordinates are in feet: add +units=us-ft to crs in the profile',
  'not degrees': 'they are not degrees: name their projection as crs in the profile',
  outside: 'look at bounds and crs in the profile',
};
