import type { SourceProfile } from '#data/schema/source-profile.ts';

/** What each reason for holding a call back means in this source, in words for the report. */
export function explainQuarantine(
  { bounds, defaultPoints }: SourceProfile,
  quarantined: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(quarantined).map(([reason, calls]) => {
    const meaning = reason === 'default-point' ? defaultPoints.map(({ why }) => why).join('; ') : MEANINGS[reason];
    const limits =
      reason === 'outside' && bounds !== null
        ? ` (longitude ${bounds[0]} to ${bounds[2]}, latitude ${bounds[1]} to ${bounds[3]})`
        : '';
    return `held back from the map, ${reason}: ${calls} calls${meaning ? `; ${meaning}${limits}` : ''}`;
  });
}

const MEANINGS: Readonly<Record<string, string>> = {
  outside: 'the point lies beyond the bounds of this source',
  '0,0': 'the point is 0, 0 in the sea off Africa',
  'swapped axes': 'longitude and latitude stand in each other’s place',
  'not degrees': 'the numbers are no degrees',
  'feet read as meters': 'the point is within bounds only when read in feet',
};
