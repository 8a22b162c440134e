import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOut, HandOutFacts } from '#data/schema/records/hand-out.ts';
import { RecordMissing } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { handOut, toldCell } from './tables/hand-outs.ts';

/** A number that leaves, or left: calls of a kind over some ground and days. */
export type ToldCell = Omit<typeof toldCell.$inferSelect, 'handOutId'>;

/** One of the ledger; its ground stands under `groundKey`, for a boundary is told of again and again. */
export type ToldBefore = Omit<ToldCell, 'ground'> & { readonly groundKey: string };

const KEY = sql<string>`md5(${toldCell.ground}::text)`;

/** Every number of these kinds that was ever told. Zeros tell of no call, and are left out. */
export const listTold = (tx: Tx, categories: readonly string[]): Promise<ToldBefore[]> =>
  tx
    .select({
      ...{ cellId: toldCell.cellId, category: toldCell.category, groundKey: KEY },
      ...{ from: toldCell.from, to: toldCell.to, calls: toldCell.calls },
    })
    .from(toldCell)
    .where(and(inArray(toldCell.category, [...categories]), sql`${toldCell.calls} > 0`));

/** The grounds behind keys of `listTold`. */
export async function readGrounds(tx: Tx, keys: readonly string[]): Promise<Map<string, AreaGeometry>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([KEY], { key: KEY, ground: toldCell.ground })
    .from(toldCell)
    .where(inArray(KEY, [...keys]));
  return new Map(rows.map(({ key, ground }) => [key, ground]));
}

const MOST_AT_ONCE = 1000;

/** Writes what a released page tells into the ledger. What was told before stays as it was told then. */
export async function keepTold(tx: Tx, handOutId: string, told: readonly ToldCell[]): Promise<void> {
  for (let at = 0; at < told.length; at += MOST_AT_ONCE) {
    const rows = told.slice(at, at + MOST_AT_ONCE).map((cell) => ({ ...cell, handOutId }));
    await tx.insert(toldCell).values(rows).onConflictDoNothing();
  }
}

/** The calls that a group's last page before a day told of; a page that was withdrawn is no page to compare with. */
export async function lastToldCalls(
  tx: Tx,
  groupId: string,
  day: string,
): Promise<{ from: string; to: string; calls: HandOutFacts['calls'] } | null> {
  const [last] = await tx
    .select({ from: handOut.from, to: handOut.to, facts: handOut.facts })
    .from(handOut)
    .where(and(eq(handOut.groupId, groupId), lt(handOut.to, day), isNull(handOut.withdrawnAt)))
    .orderBy(desc(handOut.to), desc(handOut.releasedAt), desc(handOut.handOutId))
    .limit(1);
  return last === undefined ? null : { from: last.from, to: last.to, calls: last.facts.calls };
}

/** A released page with all that it said. */
export async function getReleased(tx: Tx, handOutId: string): Promise<{ handOut: HandOut; facts: HandOutFacts }> {
  const [row] = await tx.select().from(handOut).where(eq(handOut.handOutId, handOutId));
  if (row === undefined) throw new RecordMissing(`The hand-out ${handOutId}`);
  const { facts, ...released } = row;
  return { handOut: released, facts };
}
