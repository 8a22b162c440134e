import { and, asc, desc, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import type { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { getGroup } from './groups.ts';
import { born, grown, nextReference } from './kept.ts';
import { queueMail } from './mail.ts';
import { listPromises, makePromise } from './promises.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { contact, meeting } from './tables/contacts.ts';
import { person } from './tables/people.ts';

type Fields = Pick<Meeting, 'groupId' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'invitations'>;
export type MeetingQuestion = {
  readonly groupId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};
const MOST = 500;

/** Newest first. */
export const listMeetings = (tx: Tx, { groupId, from, to }: MeetingQuestion): Promise<Meeting[]> =>
  tx
    .select()
    .from(meeting)
    .where(
      and(
        groupId ? eq(meeting.groupId, groupId) : undefined,
        from ? gte(meeting.startsAt, `${from}T00:00:00`) : undefined,
        to ? lte(meeting.startsAt, `${to}T23:59:59`) : undefined,
      ),
    )
    .orderBy(desc(meeting.startsAt), asc(meeting.meetingId))
    .limit(MOST);

export async function getMeeting(tx: Tx, meetingId: string): Promise<Meeting> {
  const [found] = await tx.select().from(meeting).where(eq(meeting.meetingId, meetingId));
  if (found === undefined) throw new RecordMissing(`The meeting ${meetingId}`);
  return found;
}

export type OpenConcern = { concernId: string; title: string };

/** What opens the agenda of a group's next meeting: promises until they are closed, then its open concerns. */
export async function openingsOf(
  tx: Tx,
  acting: Acting,
  groupId: string,
): Promise<{ promises: GroupPromise[]; concerns: OpenConcern[] }> {
  const promises = await listPromises(tx, acting, { groupId, status: 'open' });
  const concerns = await tx
    .select({ concernId: concern.concernId, title: concern.title })
    .from(concern)
    .where(and(ne(concern.status, 'closed'), sql`${concern.groupIds} @> array[${groupId}]::text[]`))
    .orderBy(asc(concern.concernId))
    .limit(20);
  return { promises, concerns };
}

/** Plans a meeting. Without an agenda it gets one: the open promises, then the open concerns. */
export async function planMeeting(tx: Tx, acting: Acting, fields: Fields): Promise<Meeting> {
  checkTimes(fields);
  await getGroup(tx, fields.groupId);
  const meetingId = await nextReference(tx, 'M');
  const agenda = fields.agenda.length > 0 ? fields.agenda : await firstAgenda(tx, acting, fields.groupId);
  const [made] = await tx
    .insert(meeting)
    .values({ ...fields, agenda, meetingId, ...born(acting) })
    .returning();
  if (made === undefined) throw new RecordMissing(`The meeting ${meetingId}`);
  await invite(tx, acting, made, []);
  return made;
}

async function firstAgenda(tx: Tx, acting: Acting, groupId: string): Promise<string[]> {
  const { promises, concerns } = await openingsOf(tx, acting, groupId);
  const promised = promises.map(({ words, dueOn }) => `Promised for ${dueOn}: ${words}`.slice(0, 300));
  const raised = concerns.map(({ concernId, title }) => `${concernId}${title === '' ? '' : `: ${title}`}`);
  return [...promised, ...raised].slice(0, 40);
}

export async function changeMeeting(
  tx: Tx,
  acting: Acting,
  meetingId: string,
  { revision, ...fields }: Fields & { revision: number },
): Promise<Meeting> {
  checkTimes(fields);
  const current = await holdMeeting(tx, meetingId);
  const kept = grown(`The meeting ${meetingId}`, current, { revision }, acting);
  if (current.status !== 'planned') throw new RecordRefused('status', `The meeting is ${current.status} already.`);
  if (fields.groupId !== current.groupId) throw new RecordRefused('groupId', 'A meeting stays with its group.');
  const changed = await write(tx, current, { ...fields, ...kept });
  await invite(tx, acting, changed, current.invitations);
  return changed;
}

/** Mails each unit that was not invited before (1902.2 B.3). */
async function invite(tx: Tx, acting: Acting, of: Meeting, before: Meeting['invitations']): Promise<void> {
  const known = new Set(before.map(({ unit, email }) => `${unit} ${email}`));
  const { name } = await getGroup(tx, of.groupId);
  for (const { unit, email } of of.invitations) {
    if (email === null || known.has(`${unit} ${email}`)) continue;
    const when = of.startsAt.replace('T', ' ').slice(0, 16);
    const text = `${unit} is invited to the meeting with ${name} on ${when}, ${of.place}.\nPlease tell ${acting.actor.name} whether you come.`;
    const letter = { to: [email], subject: `Invitation: ${name}, ${when}`, text, about: of.meetingId };
    await queueMail(tx, acting.nowLocal, letter);
  }
}

/** Calls a meeting off with the reason, and tells those who were invited by mail. */
export async function cancelMeeting(
  tx: Tx,
  acting: Acting,
  meetingId: string,
  { reason, revision }: { reason: string; revision: number },
): Promise<Meeting> {
  const current = await holdMeeting(tx, meetingId);
  const kept = grown(`The meeting ${meetingId}`, current, { revision }, acting);
  if (current.status === 'held') throw new RecordRefused('status', 'The meeting was held.');
  const { name } = await getGroup(tx, current.groupId);
  const invited = current.invitations.flatMap(({ email }) => email ?? []);
  const when = current.startsAt.replace('T', ' ').slice(0, 16);
  const letter = { subject: `Cancelled: ${name}, ${when}`, text: reason, about: meetingId };
  for (const email of invited) await queueMail(tx, acting.nowLocal, { ...letter, to: [email] });
  return write(tx, current, { status: 'cancelled', minutes: reason, ...kept });
}

export type Holding = Pick<Meeting, 'attendedBy' | 'attendance' | 'minutes' | 'revision'> & {
  readonly promises: readonly Pick<GroupPromise, 'words' | 'dueOn' | 'ownerId'>[];
};

/** What came of a meeting. Each of ours who attended has made a contact with the group, once. */
export async function holdMeetingNow(
  tx: Tx,
  acting: Acting,
  meetingId: string,
  { revision, attendedBy, promises, ...rest }: Holding,
): Promise<Meeting> {
  const current = await holdMeeting(tx, meetingId);
  const kept = grown(`The meeting ${meetingId}`, current, { revision }, acting);
  if (current.status === 'cancelled') throw new RecordRefused('status', 'The meeting was cancelled.');
  if (current.startsAt > acting.nowLocal) throw new RecordRefused('startsAt', 'The meeting has not begun yet.');
  const ours = [...new Set(attendedBy)];
  await checkPeople(tx, ours);
  const changed = await write(tx, current, { ...rest, attendedBy: ours, status: 'held', ...kept });
  await settleContacts(tx, acting, changed);
  const promised = { groupId: changed.groupId, meetingId, concernId: null, promisedOn: changed.startsAt.slice(0, 10) };
  for (const each of promises) await makePromise(tx, acting, { ...each, ...promised });
  return changed;
}

async function checkPeople(tx: Tx, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const known = await tx.select({ id: person.personId }).from(person).where(inArray(person.personId, personIds));
  const stranger = personIds.find((each) => !known.some(({ id }) => id === each));
  if (stranger !== undefined) throw new RecordRefused('attendedBy', `No person is called ${stranger}.`);
}

async function settleContacts(tx: Tx, acting: Acting, { meetingId, groupId, startsAt, attendedBy }: Meeting) {
  const before = await tx.select().from(contact).where(eq(contact.meetingId, meetingId));
  const gone = before.filter(({ officerId }) => !attendedBy.includes(officerId)).map(({ contactId }) => contactId);
  if (gone.length > 0) await tx.delete(contact).where(inArray(contact.contactId, gone));
  for (const officerId of attendedBy.filter((each) => !before.some((old) => old.officerId === each))) {
    const made = { result: 'made' as const, way: 'meeting' as const, at: startsAt, topics: '', next: '' };
    const contactId = await nextReference(tx, 'CT');
    const whom = { contactId, groupId, officerId, meetingId, representativeId: null };
    await tx.insert(contact).values({ ...whom, ...made, ...born(acting) });
  }
}

async function holdMeeting(tx: Tx, meetingId: string): Promise<Meeting> {
  const [found] = await tx.select().from(meeting).where(eq(meeting.meetingId, meetingId)).for('update');
  if (found === undefined) throw new RecordMissing(`The meeting ${meetingId}`);
  return found;
}

async function write(tx: Tx, current: Meeting, change: Partial<typeof meeting.$inferInsert>): Promise<Meeting> {
  const [changed] = await tx.update(meeting).set(change).where(eq(meeting.meetingId, current.meetingId)).returning();
  return changed ?? current;
}

function checkTimes({ startsAt, endsAt }: Fields): void {
  if (endsAt <= startsAt) throw new RecordRefused('endsAt', 'It ends before it begins.');
}
