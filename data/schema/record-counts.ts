import { z } from 'zod';

/**
 * The reconciliation line: where every record that was read ended up. The five
 * parts after `read` exclude each other and add up to it.
 */
export const RecordCounts = z.object({
  read: z.number().int(),
  inside: z.number().int(), // placed, in exactly one area
  inSeveral: z.number().int(), // placed, in two or more areas; counted once
  outside: z.number().int(), // placed, in no area
  unplaced: z.number().int(), // no usable location
  quarantined: z.number().int(), // a location that cannot be believed: default point, wrong continent; of a plain file, also a row that cannot be read
});
export type RecordCounts = z.infer<typeof RecordCounts>;

/** True when the parts add up to what was read. */
export const addsUp = (r: RecordCounts): boolean =>
  r.read === r.inside + r.inSeveral + r.outside + r.unplaced + r.quarantined;
