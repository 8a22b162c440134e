import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { canonicalJson } from '#analysis/shared/figure-code.ts';
import type { Bulletin, Pattern } from '#data/schema/records/pattern.ts';
import { type Acting, fullName, type Person } from '#data/schema/records/person.ts';
import type { BulletinGround } from '#server/bulletin/bulletin-facts.ts';
import { BulletinFacts } from '#server/bulletin/facts.ts';
import { RecordChanged, RecordMissing } from '#server/errors.ts';
import { findAddressees } from './addressees.ts';
import { boundariesOn } from './boundaries.ts';
import { listGroups } from './groups.ts';
import { nextReference } from './kept.ts';
import { createNotice, mailNotice } from './notices.ts';
import { readPattern } from './patterns.ts';
import type { Tx } from './record-store.ts';
import { bulletin } from './tables/sweep.ts';

/** What a bulletin of the pattern says of the ground. */
export async function bulletinGround(tx: Tx, { to }: Pattern): Promise<BulletinGround> {
  const groups = await listGroups(tx);
  return {
    boundaries: await boundariesOn(tx, to),
    groupNames: new Map(groups.map(({ groupId, name }) => [groupId, name])),
  };
}

/** The pattern in the revision that the sender has seen; refuses another. */
export async function patternAsSeen(tx: Tx, patternId: string, revision: number): Promise<Pattern> {
  const { pattern } = await readPattern(tx, patternId);
  if (pattern.revision !== revision) throw new RecordChanged(`The pattern ${patternId}`, pattern);
  return pattern;
}

export const hashOfFacts = (facts: BulletinFacts): string =>
  createHash('sha256').update(canonicalJson(facts)).digest('hex');

/** Keeps the bulletin as it goes out, for good, and tells each of those it is for, once. */
export async function sendBulletin(
  tx: Tx,
  acting: Acting,
  facts: BulletinFacts,
  { sendTo, revision }: { sendTo: readonly string[]; revision: number },
): Promise<Bulletin> {
  const pattern = await patternAsSeen(tx, facts.patternId, revision);
  const people = await findAddressees(tx, sendTo, 'pattern.read');
  const row = {
    bulletinId: await nextReference(tx, 'PB'),
    patternId: facts.patternId,
    sentAt: acting.nowLocal,
    sentBy: acting.actor.personId,
    sentTo: people.map((one) => ({ personId: one.personId, name: fullName(one) })),
    hash: hashOfFacts(facts),
  };
  await tx.insert(bulletin).values({ ...row, facts });
  await tellOfBulletin(tx, acting, row, { pattern, facts, people });
  return row;
}

type Telling = { readonly pattern: Pattern; readonly facts: BulletinFacts; readonly people: readonly Person[] };

async function tellOfBulletin(tx: Tx, acting: Acting, { bulletinId }: Bulletin, telling: Telling): Promise<void> {
  const { pattern, people } = telling;
  const name = nameToTell(telling);
  for (const { personId } of people) {
    const { notice, isNew } = await createNotice(tx, acting, {
      kind: 'bulletin',
      onceKey: `bulletin/${bulletinId}/${personId}`,
      clause: 'A.9',
      toRole: null,
      toPersonId: personId,
      groupId: name === null ? null : (pattern.groupIds[0] ?? null),
      concernIds: [],
      title: name === null ? `Pattern bulletin ${bulletinId}` : `Pattern bulletin ${bulletinId}: ${name}`,
      words: `${acting.actor.name} sent you the bulletin of pattern ${pattern.patternId}.\nIn Commonbeat: /patterns/${pattern.patternId}`,
    });
    if (isNew) await mailNotice(tx, acting, notice);
  }
}

/** Everybody at work may look notices up, and mail lies about: of what is sensitive they say no more than where to read. */
function nameToTell({ pattern, facts }: Telling): string | null {
  const isHeldBack = facts.edition === 'cases' && facts.heldBack > 0;
  return pattern.label === 'sensitive' || isHeldBack ? null : pattern.name;
}

/** A bulletin as it was sent, with the facts that its pages are made from. */
export async function readBulletin(tx: Tx, bulletinId: string): Promise<{ bulletin: Bulletin; facts: BulletinFacts }> {
  const [found] = await tx.select().from(bulletin).where(eq(bulletin.bulletinId, bulletinId));
  if (found === undefined) throw new RecordMissing(`The bulletin ${bulletinId}`);
  const { facts, ...sent } = found;
  return { bulletin: sent, facts: BulletinFacts.parse(facts) };
}
