import { asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Bulletin, ChangedPattern, NewPattern, Pattern, PatternLine } from '#data/schema/records/pattern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing } from '#server/errors.ts';
import { born, grown, nextReference } from './kept.ts';
import { refuseUnknownGroups } from './known-groups.ts';
import type { Tx } from './record-store.ts';
import { bulletin, pattern } from './tables/sweep.ts';

const MOST = 500;
const { facts: _facts, ...SENT } = getTableColumns(bulletin); // the facts are read where its pages are made
const { calls: _calls, synopsis: _synopsis, closedWhy: _closedWhy, ...LINE } = getTableColumns(pattern);

/** The newest first, at most 500. */
export async function listPatterns(tx: Tx, status: Pattern['status'] | 'all'): Promise<PatternLine[]> {
  const isKept = sql`jsonb_path_query_array(${pattern.calls}, '$[*] ? (@.kept == true)')`;
  const kept = sql<number>`jsonb_array_length(${isKept})`;
  const sent = tx
    .select({ at: sql`max(${bulletin.sentAt})`.as('at') })
    .from(bulletin)
    .where(eq(bulletin.patternId, pattern.patternId));
  return tx
    .select({
      ...LINE,
      kept,
      leftOut: sql<number>`jsonb_array_length(${pattern.calls}) - ${kept}`,
      lastSentAt: sql<string | null>`(${sent})`.mapWith(bulletin.sentAt),
    })
    .from(pattern)
    .where(status === 'all' ? undefined : eq(pattern.status, status))
    .orderBy(desc(pattern.createdAt), desc(pattern.patternId))
    .limit(MOST);
}

export async function createPattern(tx: Tx, acting: Acting, fields: NewPattern): Promise<Pattern> {
  await refuseUnknownGroups(tx, fields.groupIds);
  const row = { ...fields, patternId: await nextReference(tx, 'P'), closedWhy: '', ...born(acting) };
  const [made] = await tx
    .insert(pattern)
    .values({ ...row, status: 'open' })
    .returning();
  if (made === undefined) throw new RecordMissing(`The pattern ${row.patternId}`);
  return made;
}

/** A pattern with the bulletins that were sent of it, the last first. */
export async function readPattern(tx: Tx, patternId: string): Promise<{ pattern: Pattern; bulletins: Bulletin[] }> {
  const [found] = await tx.select().from(pattern).where(eq(pattern.patternId, patternId));
  if (found === undefined) throw new RecordMissing(`The pattern ${patternId}`);
  const bulletins = await tx
    .select(SENT)
    .from(bulletin)
    .where(eq(bulletin.patternId, patternId))
    .orderBy(desc(bulletin.sentAt), asc(bulletin.bulletinId))
    .limit(MOST);
  return { pattern: found, bulletins };
}

/** Writes a pattern as it is seen now; one that is opened again forgets how it ended, the audit does not. */
export async function changePattern(
  tx: Tx,
  acting: Acting,
  patternId: string,
  { revision, ...fields }: ChangedPattern,
): Promise<Pattern> {
  const [current] = await tx.select().from(pattern).where(eq(pattern.patternId, patternId)).for('update');
  if (current === undefined) throw new RecordMissing(`The pattern ${patternId}`);
  const kept = grown(`The pattern ${patternId}`, current, { revision }, acting);
  await refuseUnknownGroups(tx, fields.groupIds);
  const closedWhy = fields.status === 'closed' ? fields.closedWhy : '';
  const [changed] = await tx
    .update(pattern)
    .set({ ...fields, closedWhy, ...kept })
    .where(eq(pattern.patternId, patternId))
    .returning();
  return changed ?? current;
}
