import { and, eq } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import { queueMail } from './mail.ts';
import { createNotice } from './notices.ts';
import type { Tx } from './record-store.ts';
import type { concern } from './tables/concerns.ts';
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
  await queueMail(tx, acting.nowLocal, {
    to: await mailsOf(tx, eq(person.role, 'coordinator')),
    subject: `${concernId}: a new concern`,
    text: partsOf(filed),
    about: concernId,
  });
  await queueMail(tx, acting.nowLocal, {
    to: await mailsOf(tx, eq(person.personId, filed.filedBy)),
    subject: `${concernId}: received`,
    text: `${concernId} is kept, and the coordinator has it. You stay on it until it is closed.`,
    about: concernId,
  });
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
