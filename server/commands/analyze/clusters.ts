import { z } from 'zod';
import { CLUSTERS_CAVEAT, CLUSTERS_CONVENTION, findClusters } from '#analysis/clusters/clusters.ts';
import { asking, positive } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z.strictObject({
  radiusMeters: positive.optional(),
  minCalls: z.number().int().positive().optional(),
  border: z.enum(['nearest', 'first']).optional(),
});

/** Clusters name their calls by id: row numbers mean nothing outside of the run. */
export const clusters = asking(Options, (input, options) => {
  const { ids } = input.calls;
  const found = findClusters(input.calls, given(options));
  const findings = found.findings.map(({ rows, ...cluster }) => ({
    ...cluster,
    ids: rows.map((row) => ids[row] ?? ''),
  }));
  return { ...wholeAnswer(input, { ...found, findings }), convention: CLUSTERS_CONVENTION, caveat: CLUSTERS_CAVEAT };
});
