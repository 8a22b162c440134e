import { countRecords, PLACED, type Placed } from '#analysis/place/place.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import type { PlainCalls } from '#server/ingest/plain-calls.ts';

/**
 * The reconciliation line of a plain file; it adds up to every row of it. Rows without a place are in the columns
 * as NaN, which no area covers: they are taken off `outside`. Rows that could not be read count as quarantined.
 */
export function recordsOf({ lon, read, rejected, unplaced, quarantined }: PlainCalls, placed: Placed): RecordCounts {
  const counts = countRecords(placed, new Uint8Array(lon.length).fill(PLACED));
  const outside = counts.outside - unplaced - quarantined;
  return { ...counts, read, outside, unplaced, quarantined: quarantined + rejected };
}

export function recordsInWords({ read, inside, inSeveral, outside, unplaced, quarantined }: RecordCounts): string {
  return `${read} calls = ${inside} inside one area + ${inSeveral} in several + ${outside} outside + ${unplaced} unplaced + ${quarantined} quarantined`;
}
