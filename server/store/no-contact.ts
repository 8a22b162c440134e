import { clocksOf, findMissedContacts, noContactKey } from '#analysis/duty/contact-duties.ts';
import { isWithin, quarterInWords, type Span } from '#analysis/duty/spans.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { readContactRows, readScene } from './duties.ts';
import { createNotice, mailNotice } from './notices.ts';
import type { RecordStore, Tx } from './record-store.ts';

/**
 * The day after a quarter without contact the section commander is told, once for each group and
 * quarter (1902.2 C). A job calls it every night; nights that were missed are caught up.
 */
export function sweepDuties(store: RecordStore, acting: Acting): Promise<{ told: number }> {
  return store.as(acting, async (tx) => {
    const scene = await readScene(tx, acting);
    if (!scene.choices.profiles.includes('asheville-1902')) return { told: 0 };
    const rows = await readContactRows(tx, scene.today);
    const nameOf = new Map(rows.groups.map(({ groupId, name }) => [groupId, name]));
    let told = 0;
    for (const { groupId, span, isTold } of findMissedContacts(scene, rows)) {
      if (isTold) continue;
      const name = nameOf.get(groupId) ?? groupId;
      const tries = rows.contacts.filter((each) => each.groupId === groupId && isWithin(span, each.at.slice(0, 10)));
      const words = `No contact was made with ${name} ${inSpan(span)}. ${inTries(tries.length)}`;
      const made = await tellCommander(tx, acting, { groupId, name, span, words });
      if (made.isNew) told += 1;
    }
    return { told };
  });
}

/** An officer tells the commander earlier, in words of their own; or of the quarter that has passed. */
export async function sendNoContact(
  tx: Tx,
  acting: Acting,
  { groupId, words }: { groupId: string; words: string },
): Promise<{ notice: Notice; isNew: boolean }> {
  const scene = await readScene(tx, acting);
  const rows = await readContactRows(tx, scene.today);
  const name = rows.groups.find((group) => group.groupId === groupId)?.name;
  if (name === undefined) throw new RecordMissing(`The group ${groupId}`);
  const missed = findMissedContacts(scene, rows).find((each) => each.groupId === groupId && !each.isTold);
  const clock = clocksOf(scene, rows).get(groupId);
  if (missed) return tellCommander(tx, acting, { groupId, name, span: missed.span, words });
  if (clock === undefined) throw new RecordRefused('groupId', `${name} is inactive: it has no clock.`);
  if (clock.state === 'done') throw new RecordRefused('groupId', `${name} was reached this quarter: nothing to tell.`);
  return tellCommander(tx, acting, { groupId, name, span: clock.span, words });
}

async function tellCommander(
  tx: Tx,
  acting: Acting,
  { groupId, name, span, words }: { groupId: string; name: string; span: Span; words: string },
): Promise<{ notice: Notice; isNew: boolean }> {
  const made = await createNotice(tx, acting, {
    kind: 'no-contact',
    onceKey: noContactKey(groupId, span),
    clause: '1902.2 C',
    toRole: 'section-commander',
    toPersonId: null,
    groupId,
    concernIds: [],
    title: `No contact with ${name}, ${spanInWords(span)}`,
    words,
  });
  if (made.isNew) await mailNotice(tx, acting, made.notice);
  return made;
}

const isRolling = ({ label }: Span): boolean => label.startsWith('from-');

const spanInWords = (span: Span): string => (isRolling(span) ? `${span.from} to ${span.to}` : quarterInWords(span));

const inSpan = (span: Span): string => `${isRolling(span) ? 'from' : 'in'} ${spanInWords(span)}`;

const inTries = (tries: number): string => {
  if (tries === 0) return 'Nobody tried.';
  return tries === 1 ? 'One attempt was not answered.' : `${tries} attempts were not answered.`;
};
