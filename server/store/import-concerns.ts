import { inArray } from 'drizzle-orm';
import type { IntakeSheet } from '#data/schema/records/concern.ts';
import type { ImportPreview } from '#data/schema/records/concern-filing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { writeLine } from './concern-updates.ts';
import { type ConcernEnding, fileConcern } from './concerns.ts';
import { nextReference } from './kept.ts';
import { createNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';

export type Readable =
  | { is: 'good'; line: number; key: string; sheet: IntakeSheet; ended: ConcernEnding | null }
  | { is: 'bad'; line: number; reason: string };
type Good = Extract<Readable, { is: 'good' }>;

const SAMPLE = 10;

/** What would come of a file: accepted, rejected and duplicates add up to what was read. */
async function sortOut(tx: Tx, rows: readonly Readable[]): Promise<{ preview: ImportPreview; fresh: Good[] }> {
  const good = rows.filter((row) => row.is === 'good');
  const known = new Map<string, string>();
  for (let at = 0; at < good.length; at += 500) {
    const keys = good.slice(at, at + 500).map(({ key }) => key);
    const found = await tx
      .select({ clientKey: concern.clientKey, concernId: concern.concernId })
      .from(concern)
      .where(inArray(concern.clientKey, keys));
    for (const { clientKey, concernId } of found) if (clientKey) known.set(clientKey, concernId);
  }
  const duplicates: ImportPreview['duplicates'] = [];
  const fresh: Good[] = [];
  for (const row of good) {
    const of = known.get(row.key);
    if (of !== undefined) duplicates.push({ line: row.line, of });
    else fresh.push(row);
    if (of === undefined) known.set(row.key, `line ${row.line}`);
  }
  const rejected = rows.flatMap((row) => (row.is === 'bad' ? [{ line: row.line, reason: row.reason }] : []));
  const sample = fresh.slice(0, SAMPLE).map(({ line, sheet }) => ({
    line,
    words: sheet.words.slice(0, 120),
    heardAt: sheet.heardAt,
    where: sheet.placeWords || (sheet.place ? 'on the map' : ''),
  }));
  const closed = fresh.filter(({ ended }) => ended !== null).length;
  return { preview: { read: rows.length, accepted: fresh.length, closed, rejected, duplicates, sample }, fresh };
}

export const previewImport = async (tx: Tx, rows: readonly Readable[]): Promise<ImportPreview> =>
  (await sortOut(tx, rows)).preview;

/** Takes a file in whole or not at all; its concerns carry one batch, and the coordinator is told once. */
export async function commitImport(tx: Tx, acting: Acting, rows: readonly Readable[], name: string) {
  const { preview, fresh } = await sortOut(tx, rows);
  const batch = await nextReference(tx, 'B');
  const concernIds: string[] = [];
  for (const { key, sheet, ended } of fresh) {
    const { concern: made } = await fileConcern(tx, acting, sheet, { clientKey: key, importBatch: batch, ended });
    if (ended) await writeLine(tx, acting, made.concernId, { kind: 'status', from: name, to: '', words: ended.words });
    concernIds.push(made.concernId);
  }
  if (concernIds.length > 0) {
    await createNotice(tx, acting, {
      kind: 'concern-filed',
      onceKey: `concern-filed/${batch}`,
      clause: 'V.B.4',
      toRole: 'coordinator',
      toPersonId: null,
      groupId: null,
      concernIds: concernIds.slice(0, 200),
      title: `${concernIds.length} concerns from ${name}`,
      words: `Taken in by ${acting.actor.name} as ${batch}.${preview.closed === 0 ? '' : ` ${preview.closed} of them were closed where they came from.`}`,
    });
  }
  return { ...preview, batch };
}
