import { sql } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordChanged } from '#server/errors.ts';
import type { Tx } from './record-store.ts';

/** The kept columns of a record written for the first time. */
export const born = ({ actor, nowLocal }: Acting) => ({
  revision: 1,
  createdAt: nowLocal,
  createdBy: actor.personId,
  updatedAt: nowLocal,
  updatedBy: actor.personId,
});

/** The kept columns of a record that changes; refuses where the writer had not seen its last revision. */
export function grown(
  what: string,
  current: { revision: number },
  seen: { revision: number },
  { actor, nowLocal }: Acting,
) {
  if (current.revision !== seen.revision) throw new RecordChanged(what, current);
  return { revision: current.revision + 1, updatedAt: nowLocal, updatedBy: actor.personId };
}

const OWN_COUNTERS: Readonly<Record<string, string>> = {
  C: 'concern_number',
  P: 'pattern_number',
  PB: 'bulletin_number',
  HO: 'hand_out_number',
  HR: 'hand_out_run_number',
};

/** The next reference of a kind: R-0012, from one counter but for those kinds that count on their own, as concerns do: C-0388. */
export async function nextReference(tx: Tx, letters: string): Promise<string> {
  const sequence = OWN_COUNTERS[letters] ?? 'record_number';
  const { rows } = await tx.execute<{ number: string }>(sql`select nextval(${sequence}::regclass)::text as number`);
  return `${letters}-${(rows[0]?.number ?? '').padStart(4, '0')}`;
}
