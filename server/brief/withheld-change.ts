import type { ProjectChange } from '#data/schema/records/project-change.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';

const LEAST_SHOWN = 5;
const WITHHELD = `Some of the counts are under ${LEAST_SHOWN} and are withheld to protect people, so neither they nor what could be worked out from them is shown.`;

/** To a reader of the public level: weeks hold few calls each and are never shown; one small sum withholds all that rests on it. */
export function withheldFrom(level: ReleaseLevel, change: ProjectChange): ProjectChange {
  const { found } = change;
  if (level !== 'public' || found === null) return change;
  const isSmall = found.zones.some(({ counts }) =>
    counts.some((calls) => (calls ?? 0) > 0 && (calls ?? 0) < LEAST_SHOWN),
  );
  if (!isSmall) return { ...change, found: { ...found, lines: [] } };
  const hidden = { observed: null, expected: null, low: null, high: null, lines: [] };
  const zones = found.zones.map(({ zone, name }) => ({ zone, name, counts: [null, null] as [null, null] }));
  return {
    ...change,
    ...{ sentence: WITHHELD, more: [], whenKnown: null, leftOut: [] },
    found: { ...found, ...hidden, zones },
  };
}
