import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Acting } from '#data/schema/records/person.ts';
import type { Role } from '#data/schema/release-level.ts';
import { queueMail } from './mail.ts';
import type { Tx } from './record-store.ts';
import { mailOut } from './tables/notices.ts';
import { person } from './tables/people.ts';

const WHO_RUNS_IT: Role[] = ['administrator', 'coordinator'];

export type FeedLetter = { readonly about: string; readonly subject: string; readonly text: string };

/** Queues one letter to whoever runs the feed, unless one about the same was written before. Gives whether it is new. */
export async function writeFeedLetter(tx: Tx, { nowLocal }: Acting, letter: FeedLetter): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${letter.about}))`); // of two servers, one writes
  const [before] = await tx
    .select({ mailOutId: mailOut.mailOutId })
    .from(mailOut)
    .where(eq(mailOut.about, letter.about))
    .limit(1);
  if (before) return false;
  const people = await tx
    .select({ email: person.email })
    .from(person)
    .where(and(inArray(person.role, WHO_RUNS_IT), person.isActive))
    .orderBy(person.email);
  const to = [...new Set(people.map(({ email }) => email).filter((email) => email !== ''))];
  await queueMail(tx, nowLocal, { ...letter, to });
  return to.length > 0;
}
