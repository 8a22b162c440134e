import { inArray } from 'drizzle-orm';
import { concernTitle } from '#analysis/report/report-records.ts';
import type { EvidenceLine } from '#data/schema/records/report-view.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate, referral } from './tables/concerns.ts';
import { contact, meeting, promise } from './tables/contacts.ts';
import { group } from './tables/groups.ts';
import { notice, registerEntry } from './tables/notices.ts';

type Found = { lines: EvidenceLine[]; missing: string[] };

/** The records behind figures, oldest first, as far as the reader's role may see them. A figure code stays a code. */
export async function readEvidence(tx: Tx, rows: readonly string[]): Promise<Found> {
  const wanted = [...new Set(rows)].slice(0, MOST);
  const codes = wanted.filter((row) => row.startsWith('CB-')).map(codeLine);
  const found = [...codes, ...(await findLines(tx, wanted))];
  const seen = new Set(found.map(({ recordId }) => recordId));
  return {
    lines: found.sort((one, other) => (one.on ?? '').localeCompare(other.on ?? '')),
    missing: wanted.filter((row) => !seen.has(row)),
  };
}

const MOST = 500;

const blank = { on: null, words: '', concernId: null, groupId: null };
const codeLine = (code: string): EvidenceLine => ({ ...blank, recordId: code, kind: 'figure', title: code });
const dayOf = (moment: string) => moment.slice(0, 10);

async function findLines(tx: Tx, ids: string[]): Promise<EvidenceLine[]> {
  return [...(await contactLines(tx, ids)), ...(await concernLines(tx, ids)), ...(await registerLines(tx, ids))];
}

async function contactLines(tx: Tx, ids: string[]): Promise<EvidenceLine[]> {
  const contacts = await tx.select().from(contact).where(inArray(contact.contactId, ids));
  const meetings = await tx.select().from(meeting).where(inArray(meeting.meetingId, ids));
  const promises = await tx.select().from(promise).where(inArray(promise.promiseId, ids));
  const groups = await tx.select().from(group).where(inArray(group.groupId, ids));
  return [
    ...contacts.map(({ contactId, at, groupId, result, way, topics }) => ({
      ...blank,
      recordId: contactId,
      kind: 'contact',
      on: dayOf(at),
      title: `${result === 'made' ? 'Contact made' : 'Contact attempted'}, ${way.replaceAll('-', ' ')}`,
      words: topics,
      groupId,
    })),
    ...meetings.map(({ meetingId, startsAt, groupId, place, attendance }) => ({
      ...blank,
      recordId: meetingId,
      kind: 'meeting',
      on: dayOf(startsAt),
      title: `Meeting at ${place}`,
      words: attendance === null ? '' : `${attendance} came`,
      groupId,
    })),
    ...promises.map(({ promiseId, promisedOn, groupId, words, outcome }) => ({
      ...blank,
      recordId: promiseId,
      kind: 'promise',
      on: promisedOn,
      title: `Promised: ${words}`,
      words: outcome,
      groupId,
    })),
    ...groups.map(({ groupId, name }) => ({ ...blank, recordId: groupId, kind: 'group', title: name, groupId })),
  ];
}

async function concernLines(tx: Tx, ids: string[]): Promise<EvidenceLine[]> {
  const concerns = await tx.select().from(concern).where(inArray(concern.concernId, ids));
  const updates = await tx.select().from(concernUpdate).where(inArray(concernUpdate.updateId, ids));
  const referrals = await tx.select().from(referral).where(inArray(referral.referralId, ids));
  return [
    ...concerns.map((row) => ({
      recordId: row.concernId,
      kind: 'concern',
      on: dayOf(row.heardAt),
      title: concernTitle(row),
      words: row.placeWords,
      concernId: row.concernId,
      groupId: row.groupIds[0] ?? null,
    })),
    ...updates.map(({ updateId, concernId, at, words, from }) => ({
      ...blank,
      recordId: updateId,
      kind: 'update',
      on: dayOf(at),
      title: words,
      words: from,
      concernId,
    })),
    ...referrals.map(({ referralId, concernId, referredOn, to, whyNeeded }) => ({
      ...blank,
      recordId: referralId,
      kind: 'referral',
      on: referredOn,
      title: `Referred to ${to}`,
      words: whyNeeded,
      concernId,
    })),
  ];
}

async function registerLines(tx: Tx, ids: string[]): Promise<EvidenceLine[]> {
  const entries = await tx.select().from(registerEntry).where(inArray(registerEntry.entryId, ids));
  const notices = await tx.select().from(notice).where(inArray(notice.noticeId, ids));
  return [
    ...entries.map(({ entryId, kind, happenedOn, title, groupId }) => ({
      ...blank,
      recordId: entryId,
      kind,
      on: happenedOn,
      title,
      groupId,
    })),
    ...notices.map(({ noticeId, sentAt, title, groupId }) => ({
      ...blank,
      recordId: noticeId,
      kind: 'notice',
      on: dayOf(sentAt),
      title,
      groupId,
    })),
  ];
}
