import { z } from 'zod';
import { findNearRepeats, NEAR_REPEAT_CAVEAT, NEAR_REPEAT_CONVENTION } from '#analysis/near-repeat/near-repeat.ts';
import { areEdges, EDGES_WANTED } from '#analysis/near-repeat/options.ts';
import { UsageError } from '#server/errors.ts';
import { asking } from './asking.ts';
import { given, MINUTES_A_DAY, wholeAnswer } from './plain-answer.ts';

const edges = z.array(z.number()).refine(areEdges, { error: `needs ${EDGES_WANTED}` });

const Options = z.strictObject({
  meters: edges.optional(),
  days: edges.optional(),
  distance: z.enum(['manhattan', 'euclidean']).optional(),
  edge: z.enum(['nearer', 'farther']).optional(),
  clock: z.enum(['dates', 'elapsed']).optional(),
  permutations: z.number().int().positive().optional(),
  seed: z.number().int().optional(),
  minString: z.number().int().min(2).optional(),
});

/** Strings name their calls by id: row numbers mean nothing outside of the run. */
export const nearRepeat = asking(Options, (input, options) => {
  if (!input.hasTime) throw new UsageError('near-repeat needs --time, the column with the time a call was received');
  const { ids, lon, lat, received } = input.calls;
  const found = findNearRepeats({ lon, lat, days: received.map((minutes) => minutes / MINUTES_A_DAY) }, given(options));
  const findings = found.findings.map((finding) => {
    if (finding.kind === 'band') return finding;
    const { rows, ...string } = finding;
    return { ...string, ids: rows.map((row) => ids[row] ?? '') };
  });
  return {
    ...wholeAnswer(input, { ...found, findings }),
    convention: NEAR_REPEAT_CONVENTION,
    caveat: NEAR_REPEAT_CAVEAT,
  };
});
