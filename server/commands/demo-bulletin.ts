import { eq, inArray } from 'drizzle-orm';
import { ANALYST, spoken } from '#data/demo/life/people.ts';
import { BURGLARIES } from '#data/demo/life/sweeps.ts';
import type { Acting, Actor } from '#data/schema/records/person.ts';
import { bulletinFacts } from '#server/bulletin/bulletin-facts.ts';
import { bulletinGround, sendBulletin } from '#server/store/bulletins.ts';
import { acknowledgeNotice } from '#server/store/notices.ts';
import { readPattern } from '#server/store/patterns.ts';
import { type RecordStore, systemActing, type Tx } from '#server/store/record-store.ts';
import { mailOut, notice } from '#server/store/tables/notices.ts';

const SENT_AT = '2026-09-28T08:50:00';
const READ_AT = '2026-09-28T14:20:00';
const CALLS_TO = '2026-09-28T05:40:00'; // what had come in by then
const READERS = ['p-hollis', 'p-castell', 'p-duarte'];

const as = (personId: string, role: Actor['role'], nowLocal: string): Acting => ({
  actor: { personId, name: spoken(personId), role },
  nowLocal,
});

/** The bulletin of the burglaries of September, as it was sent two days after the last of them, and read. */
export async function sendDemoBulletin(home: string, store: RecordStore): Promise<void> {
  const sender = as(ANALYST, 'analyst', SENT_AT);
  const system = systemActing(SENT_AT);
  const { pattern, ground } = await store.as(system, async (tx) => {
    const found = (await readPattern(tx, BURGLARIES)).pattern;
    return { pattern: found, ground: await bulletinGround(tx, found) };
  });
  const facts = { ...(await bulletinFacts(home, pattern, ground, sender)), callsTo: CALLS_TO };
  await store.as(sender, (tx) => sendBulletin(tx, sender, facts, { sendTo: READERS, revision: pattern.revision }));
  await store.as(system, readAll);
}

/** Each has read it, and its mail has long been posted. */
async function readAll(tx: Tx): Promise<void> {
  const told = await tx.select().from(notice).where(eq(notice.kind, 'bulletin'));
  for (const one of told) {
    const reader = as(one.toPersonId ?? '', 'officer', READ_AT);
    await acknowledgeNotice(tx, reader, one, { revision: one.revision, words: '' });
  }
  const ids = told.map(({ noticeId }) => noticeId);
  await tx.update(mailOut).set({ status: 'sent', sentAt: SENT_AT }).where(inArray(mailOut.about, ids));
}
