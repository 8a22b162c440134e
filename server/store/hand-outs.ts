import { and, asc, desc, eq, gte, lte, ne, sql } from 'drizzle-orm';
import type {
  HandOut,
  HandOutDesk,
  HandOutDraft,
  HandOutDraftFields,
  HandOutFacts,
} from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordChanged, RecordMissing, RecordRefused } from '#server/errors.ts';
import { getGroup } from './groups.ts';
import { born, grown } from './kept.ts';
import { getMeeting } from './meetings.ts';
import type { Tx } from './record-store.ts';
import { meeting } from './tables/contacts.ts';
import { handOut, handOutDraft } from './tables/hand-outs.ts';

type MeetingNamed = HandOutDesk['meetings'][number];
export type HandOutQuestion = { readonly groupId?: string | undefined; readonly meetingId?: string | undefined };

const MOST = 60;
const MOST_MEETINGS = 12;
const PAGES_REMEMBERED = 300;
const NOT_FACTS = {
  ...{ handOutId: handOut.handOutId, groupId: handOut.groupId, meetingId: handOut.meetingId },
  ...{ from: handOut.from, to: handOut.to, code: handOut.code, hash: handOut.hash },
  ...{ releasedAt: handOut.releasedAt, releasedBy: handOut.releasedBy },
  ...{ withdrawnAt: handOut.withdrawnAt, withdrawnWhy: handOut.withdrawnWhy },
};

/** Released pages, the newest first; at most 60. */
export const listHandOuts = (tx: Tx, { groupId, meetingId }: HandOutQuestion): Promise<HandOut[]> =>
  tx
    .select(NOT_FACTS)
    .from(handOut)
    .where(
      and(
        groupId === undefined ? undefined : eq(handOut.groupId, groupId),
        meetingId === undefined ? undefined : eq(handOut.meetingId, meetingId),
      ),
    )
    .orderBy(desc(handOut.releasedAt), desc(handOut.handOutId))
    .limit(MOST);

export async function findByCode(tx: Tx, code: string): Promise<HandOut> {
  const [found] = await tx
    .select(NOT_FACTS)
    .from(handOut)
    .where(eq(handOut.code, asPrinted(code)));
  if (found === undefined) throw new RecordMissing(`A page with the code ${code}`);
  return found;
}

/** A code as it is read over the phone: in any case, and O and I for what is always 0 and 1. */
const asPrinted = (code: string): string =>
  code.trim().toUpperCase().replace(/^CB-/, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1').replace(/^/, 'CB-');

/** The page of a group and some days that was released at a moment or later, and still stands; null where there is none. */
export async function releasedSince(
  tx: Tx,
  { groupId, from, to, since }: { groupId: string; from: string; to: string; since: string },
): Promise<HandOut | null> {
  const [found] = await tx
    .select(NOT_FACTS)
    .from(handOut)
    .where(and(ofDays(groupId, from, to), gte(handOut.releasedAt, since)))
    .orderBy(desc(handOut.handOutId))
    .limit(1);
  return found ?? null;
}

const ofDays = (groupId: string, from: string, to: string) =>
  and(eq(handOut.groupId, groupId), eq(handOut.from, from), eq(handOut.to, to), sql`${handOut.withdrawnAt} is null`);

/** The page that says the very same and still stands; null where there is none. */
export async function findSamePage(
  tx: Tx,
  { groupId, hash }: Pick<HandOut, 'groupId' | 'hash'>,
): Promise<HandOut | null> {
  const isSame = and(eq(handOut.groupId, groupId), eq(handOut.hash, hash), sql`${handOut.withdrawnAt} is null`);
  const [found] = await tx.select(NOT_FACTS).from(handOut).where(isSame).limit(1);
  return found ?? null;
}

/** The lock of the ledger of told numbers, until the transaction ends: of two pages at once, one sees the other. */
export const holdLedger = (tx: Tx): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('told_cell'))`);

export async function insertHandOut(tx: Tx, row: HandOut & { readonly facts: HandOutFacts }): Promise<HandOut> {
  const [made] = await tx.insert(handOut).values(row).returning(NOT_FACTS);
  if (made === undefined) throw new RecordMissing(`The hand-out ${row.handOutId}`);
  return made;
}

/** Takes a page off the public place. Its numbers stay told. */
export async function withdrawHandOut(tx: Tx, { nowLocal }: Acting, handOutId: string, why: string): Promise<HandOut> {
  const isThis = eq(handOut.handOutId, handOutId);
  const [current] = await tx.select(NOT_FACTS).from(handOut).where(isThis).for('update');
  if (current === undefined) throw new RecordMissing(`The hand-out ${handOutId}`);
  if (current.withdrawnAt !== null)
    throw new RecordRefused('why', `It was withdrawn already, ${current.withdrawnAt.slice(0, 10)}.`);
  const [changed] = await tx
    .update(handOut)
    .set({ withdrawnAt: nowLocal, withdrawnWhy: why })
    .where(isThis)
    .returning(NOT_FACTS);
  return changed ?? current;
}

export async function findDraft(tx: Tx, groupId: string): Promise<HandOutDraft | null> {
  const [found] = await tx.select().from(handOutDraft).where(eq(handOutDraft.groupId, groupId));
  return found ?? null;
}

type Keeping = HandOutDraftFields & { readonly revision: number | null };

/** Keeps the one open page of a group; `revision` is null where the writer saw none. */
export async function keepDraft(
  tx: Tx,
  acting: Acting,
  groupId: string,
  { revision, ...fields }: Keeping,
): Promise<HandOutDraft> {
  await getGroup(tx, groupId);
  await checkMeeting(tx, groupId, fields.meetingId);
  checkItems(fields.choices.items);
  if (revision === null) return beginDraft(tx, acting, groupId, fields);
  const current = await holdDraft(tx, groupId);
  if (current === null) throw new RecordChanged(PAGE, null);
  const [changed] = await tx
    .update(handOutDraft)
    .set({ ...fields, ...grown(PAGE, current, { revision }, acting) })
    .where(eq(handOutDraft.groupId, groupId))
    .returning();
  return changed ?? current;
}

const PAGE = 'The page of this group';

async function beginDraft(tx: Tx, acting: Acting, groupId: string, fields: HandOutDraftFields): Promise<HandOutDraft> {
  const row = { groupId, ...fields, ...born(acting) };
  const [made] = await tx.insert(handOutDraft).values(row).onConflictDoNothing().returning();
  if (made === undefined) throw new RecordChanged(PAGE, await findDraft(tx, groupId));
  return made;
}

/** The draft, held against every other writer until the transaction ends. */
export async function holdDraft(tx: Tx, groupId: string): Promise<HandOutDraft | null> {
  const [found] = await tx.select().from(handOutDraft).where(eq(handOutDraft.groupId, groupId)).for('update');
  return found ?? null;
}

export async function dropDraft(tx: Tx, groupId: string, revision: number): Promise<void> {
  const current = await holdDraft(tx, groupId);
  if (current === null) throw new RecordMissing(PAGE);
  if (current.revision !== revision) throw new RecordChanged(PAGE, current);
  await tx.delete(handOutDraft).where(eq(handOutDraft.groupId, groupId));
}

function checkItems(items: readonly string[]): void {
  const twice = items.find((item, at) => items.indexOf(item) < at);
  if (twice !== undefined) throw new RecordRefused('choices.items', `${twice} stands on the page twice.`);
}

async function checkMeeting(tx: Tx, groupId: string, meetingId: string | null): Promise<void> {
  if (meetingId !== null) await meetingOf(tx, groupId, meetingId);
}

/** A meeting of this group that was not called off. */
export async function meetingOf(tx: Tx, groupId: string, meetingId: string): Promise<MeetingNamed> {
  const found = await getMeeting(tx, meetingId).catch((error: unknown) => {
    if (error instanceof RecordMissing) return null;
    throw error;
  });
  if (found?.groupId !== groupId) throw new RecordRefused('meetingId', 'Choose a meeting of this group.');
  if (found.status === 'cancelled')
    throw new RecordRefused('meetingId', 'This meeting was called off: choose another.');
  const { startsAt, endsAt, place } = found;
  return { meetingId, startsAt, endsAt, place };
}

/** Meetings of a group that are still ahead, the next first. */
export const meetingsAhead = (tx: Tx, groupId: string, nowLocal: string): Promise<MeetingNamed[]> =>
  tx
    .select({
      ...{ meetingId: meeting.meetingId, startsAt: meeting.startsAt },
      ...{ endsAt: meeting.endsAt, place: meeting.place },
    })
    .from(meeting)
    .where(and(eq(meeting.groupId, groupId), ne(meeting.status, 'cancelled'), gte(meeting.startsAt, nowLocal)))
    .orderBy(asc(meeting.startsAt), asc(meeting.meetingId))
    .limit(MOST_MEETINGS);

/** The Spanish that was last written for some English words, on a released page or on one that is open. */
export async function recallSpanish(
  tx: Tx,
  english: readonly string[],
  nowLocal: string,
): Promise<Map<string, string>> {
  if (english.length === 0) return new Map();
  const newest = tx
    .select({ at: handOut.releasedAt, facts: handOut.facts })
    .from(handOut)
    .where(lte(handOut.releasedAt, nowLocal))
    .orderBy(desc(handOut.releasedAt))
    .limit(PAGES_REMEMBERED)
    .as('newest');
  const { rows } = await tx.execute<{ en: string; es: string }>(sql`
    select distinct on (en) words ->> 'en' as en, words ->> 'es' as es
    from (
      select ${newest.at} as at, jsonb_path_query(${newest.facts}, '$.items[*].*') as words from ${newest}
      union all
      select ${handOutDraft.updatedAt} as at, jsonb_path_query(${handOutDraft.choices}, '$.words.*.*') as words
      from ${handOutDraft}
    ) as written
    where jsonb_typeof(words) = 'object' and words ->> 'es' <> '' and words ->> 'en' = any(${sql.param([...english])}::text[])
    order by en, at desc`);
  return new Map(rows.map(({ en, es }) => [en, es]));
}
