import { CLUSTERS_CAVEAT, CLUSTERS_CONVENTION, findClusters } from '#analysis/clusters/clusters.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { coordinatesOf, countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** Where the calls in the filter lie densely together. The rows of a cluster are those of the tables. */
export function clusters(loaded: Loaded, question: Question<'clusters'>): Questions['clusters']['answer'] {
  const { filter, options } = question;
  const kept = keptOnMap(loaded, filter);
  const found = findClusters(coordinatesOf(loaded, kept), options);
  return {
    ...found,
    findings: found.findings.map(({ rows, ...cluster }) => ({ ...cluster, rows: rows.map((row) => kept[row] ?? 0) })),
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: CLUSTERS_CONVENTION,
    caveat: withMissingYears(loaded, CLUSTERS_CAVEAT),
    code: toCode(loaded, question),
  };
}
