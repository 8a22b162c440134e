import { and, eq } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import { nextReference } from './kept.ts';
import { createNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import type { concern } from './tables/concerns.ts';
import { mailOut } from './tables/notices.ts';
import { person } from './tables/people.ts';

type Row = typeof concern.$inferSelect;

/**
 * The e-mail to the coordinator that P3103 V.B.4 asks of whoever hears a concern: the concern, the area, the
 * actions taken; and the receipt to that member. The notice names the record and repeats no resident's words.
 */
export async function tellCoordinator(tx: Tx, acting: Acting, filed: Row): Promise<void> {
  const { concernId, placeWords, groupIds } = filed;
  const where = placeWords || (filed.place ? 'a place on the map' : 'no area yet');
  await createNotice(tx, acting, {
    kind: 'concern-filed',
    onceKey: `concern-filed/${concernId}`,
    clause: 'V.B.4',
    toRole: 'coordinator',
    toPersonId: null,
    groupId: groupIds[0] ?? null,
    concernIds: [concernId],
    title: `${concernId}: a new concern`,
    words: `Filed by ${acting.actor.name}; ${where}.${filed.safetyNow ? ' Said to be about safety now.' : ''}`,
  });
  const coordinators = await mailsOf(tx, eq(person.role, 'coordinator'));
  await queue(tx, acting, coordinators, concernId, `${concernId}: a new concern`, partsOf(filed));
  const receipt = await mailsOf(tx, eq(person.personId, filed.filedBy));
  const thanks = `${concernId} is kept, and the coordinator has it. You stay on it until it is closed.`;
  await queue(tx, acting, receipt, concernId, `${concernId}: received`, thanks);
}

const partsOf = ({ words, placeWords, place, efforts, safetyNow }: Row): string =>
  [
    ...(safetyNow ? ['Safety now: yes', ''] : []),
    `Concern: ${words}`,
    `Area: ${placeWords || (place ? 'marked on the map' : 'not said')}`,
    `Actions taken: ${efforts || 'none said'}`,
  ].join('\n');

async function mailsOf(tx: Tx, who: ReturnType<typeof eq>): Promise<string[]> {
  const rows = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(who, person.isActive))
    .orderBy(person.email);
  return rows.map(({ email }) => email);
}

/** Queues a mail about a concern; nobody to send it to is no mail. */
export async function queue(
  tx: Tx,
  { nowLocal }: Acting,
  to: string[],
  about: string,
  subject: string,
  text: string,
): Promise<void> {
  if (to.length === 0) return;
  const mailOutId = await nextReference(tx, 'MO');
  await tx.insert(mailOut).values({ mailOutId, to, subject, text, about, queuedAt: nowLocal });
}
