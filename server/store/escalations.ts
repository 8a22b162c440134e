import { and, desc, eq, gt, inArray, ne, or } from 'drizzle-orm';
import { findRecurring, RECURRING_DEFAULTS, type RecurringIssue } from '#analysis/recurring/recurring.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { EscalationList } from '#data/schema/records/escalation.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { NotTheirs, RecordMissing } from '#server/errors.ts';
import { acknowledgeNotice, createNotice, findNotice, listNotices, mailNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { notice } from './tables/notices.ts';

const LEADERSHIP = ['division-commander', 'chief'] as const; // 1902.2 A.8: leadership is aware

/** The issues that recur today, from the concerns of the last 90 days. */
export async function readRecurring(tx: Tx, { nowLocal }: Acting): Promise<RecurringIssue[]> {
  const today = nowLocal.slice(0, 10);
  const since = toLocalDate(toDayNumber(today) - RECURRING_DEFAULTS.windowDays);
  const rows = await tx
    .select()
    .from(concern)
    .where(
      and(
        gt(concern.heardAt, `${since}T00:00:00`),
        or(ne(concern.closeReason, 'withdrawn'), ne(concern.status, 'closed')),
      ),
    );
  const raised = rows.map((row) => ({
    ...row,
    heardOn: row.heardAt.slice(0, 10),
    isDuplicate: row.duplicateOf !== null,
  }));
  return findRecurring(raised, today).findings;
}

/** Tells leadership of each recurring issue: at 4 concerns, and again each time 4 more have come. */
export async function sweepRecurring(tx: Tx, acting: Acting): Promise<{ found: number; told: number }> {
  const issues = await readRecurring(tx, acting);
  let told = 0;
  for (const issue of issues) told += await tellRecurring(tx, acting, issue);
  return { found: issues.length, told };
}

async function tellRecurring(tx: Tx, acting: Acting, issue: RecurringIssue): Promise<number> {
  const { groupId, center, concernIds, reason } = issue;
  const step = Math.floor(concernIds.length / RECURRING_DEFAULTS.atLeast);
  if (step <= (await stepTold(tx, issue))) return 0;
  const [place] = await tx.select({ name: group.name }).from(group).where(eq(group.groupId, groupId));
  const anchor = concernIds[0] ?? center;
  return tellLeadership(tx, acting, `escalation/recurring/${groupId}/${anchor}/${step}`, {
    groupId,
    concernIds: [...concernIds],
    title: `Recurring in ${place?.name ?? groupId}: ${await titleOf(tx, center)}`,
    words: reason,
  });
}

/** The step at which an issue was told before: it is the same issue while it shares a concern with what was told. */
async function stepTold(tx: Tx, { groupId, concernIds }: RecurringIssue): Promise<number> {
  const before = await tx
    .select({ concernIds: notice.concernIds })
    .from(notice)
    .where(and(eq(notice.kind, 'escalation'), eq(notice.groupId, groupId)));
  const same = before.filter((told) => told.concernIds.some((each) => concernIds.includes(each)));
  return Math.max(0, ...same.map((told) => Math.floor(told.concernIds.length / RECURRING_DEFAULTS.atLeast)));
}

async function titleOf(tx: Tx, concernId: string): Promise<string> {
  const [found] = await tx.select({ title: concern.title }).from(concern).where(eq(concern.concernId, concernId));
  return found?.title || `concerns like ${concernId}`;
}

/** Tells leadership of a concern that a person marked as significant. */
export async function tellSignificant(tx: Tx, acting: Acting, marked: Concern, words: string): Promise<number> {
  return tellLeadership(tx, acting, `escalation/significant/${marked.concernId}`, {
    groupId: null, // what it belongs to is said by the concern; a group here would count as a recurring issue told
    concernIds: [marked.concernId],
    title: `Significant: ${marked.title || marked.concernId}`,
    words,
  });
}

async function tellLeadership(
  tx: Tx,
  acting: Acting,
  onceKey: string,
  what: Pick<Notice, 'groupId' | 'concernIds' | 'title' | 'words'>,
): Promise<number> {
  let told = 0;
  for (const toRole of LEADERSHIP) {
    const made = await createNotice(tx, acting, {
      ...what,
      kind: 'escalation',
      clause: 'A.8',
      onceKey: `${onceKey}/${toRole}`,
      toRole,
      toPersonId: null,
      title: what.title.slice(0, 200),
    });
    if (made.isNew) await mailNotice(tx, acting, made.notice);
    told += Number(made.isNew);
  }
  return told;
}

/** What leadership was told, with the concerns that are its evidence. */
export async function readEscalations(tx: Tx, acting: Acting, scope: 'mine' | 'all'): Promise<EscalationList> {
  const notices = await listNotices(tx, acting, { scope, kind: 'escalation' });
  const recurring = await readRecurring(tx, acting);
  const wanted = [...new Set([...notices, ...recurring].flatMap(({ concernIds }) => concernIds))];
  const { concernId, title, status, category, heardAt, groupIds, placeWords } = concern;
  const brief = { concernId, title, status, category, heardAt, groupIds, placeWords };
  const concerns =
    wanted.length === 0
      ? []
      : await tx.select(brief).from(concern).where(inArray(concernId, wanted)).orderBy(desc(heardAt));
  const groups = await tx.select({ groupId: group.groupId, name: group.name }).from(group).orderBy(group.name);
  return { notices, concerns, groups, recurring };
}

/** Keeps who has read it, when, and what they said; only the role or person it was sent to can. */
export async function acknowledgeEscalation(
  tx: Tx,
  acting: Acting,
  noticeId: string,
  read: { revision: number; words: string },
): Promise<Notice> {
  const found = await findNotice(tx, noticeId);
  if (found === null || found.kind !== 'escalation') throw new RecordMissing(`The escalation ${noticeId}`);
  const { actor } = acting;
  const isTheirs = found.toPersonId === null ? found.toRole === actor.role : found.toPersonId === actor.personId;
  if (!isTheirs)
    throw new NotTheirs(`${noticeId} was sent to the ${found.toRole ?? 'person'} it names: they acknowledge it.`);
  return acknowledgeNotice(tx, acting, found, read);
}
