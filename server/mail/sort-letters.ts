import { findMissing, findParts } from '#analysis/letter/find-parts.ts';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';
import type { IntakeSheet } from '#data/schema/records/concern.ts';
import type { MailIn } from '#data/schema/records/mail.ts';
import type { Acting, Person } from '#data/schema/records/person.ts';
import { fileConcern } from '#server/store/concerns.ts';
import { findLetter, findMember, queueMail, type Sorted, sortLetter, takeWaiting } from '#server/store/mail.ts';
import { namedGroups } from '#server/store/named-groups.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';
import { askForMissing } from './letters.ts';
import { type Letter, readLetter } from './read-letter.ts';

type Found = NonNullable<MailIn['found']>;

/** Sorts every letter that waits: files it, asks for what is missing, or lays it before the coordinator. Gives how many. */
export async function sortLetters(store: RecordStore, acting: Acting): Promise<number> {
  for (let sorted = 0; ; sorted++) {
    const isDone = await store.as(acting, async (tx) => {
      const waiting = await takeWaiting(tx);
      if (waiting === null) return true;
      const letter = await readLetter(waiting.raw);
      const { from, subject, text } = letter;
      const outcome = await sortOne(tx, acting, waiting, letter);
      await sortLetter(tx, waiting.mailId, 'waiting', { ...(from === '' ? {} : { from, subject }), text, ...outcome });
      return false;
    });
    if (isDone) return sorted;
  }
}

async function sortOne(tx: Tx, acting: Acting, { mailId }: MailIn, letter: Letter): Promise<Sorted> {
  const parts: Found = findParts(letter.text);
  const forReview = (reviewReason: string): Sorted => ({
    status: 'review',
    reviewReason,
    found: parts,
    missing: findMissing(parts),
  });
  if (letter.doubt !== '') return forReview(letter.doubt);
  const member = await findMember(tx, letter.from);
  if (member === null) return forReview('It is not from a member of the department.');
  const found = await joinAnswer(tx, letter, parts);
  if (soundsAboutOfficer(found.words))
    return forReview('It may be a complaint about an officer, which is not kept here.');
  const missing = findMissing(found);
  const lacks = missing.filter((part) => part !== 'actions');
  if (lacks.length > 0) {
    await queueMail(tx, acting.nowLocal, askForMissing({ mailId, to: letter.from, subject: letter.subject, lacks }));
    return { status: 'asked', found, missing };
  }
  const concernId = await fileLetter(tx, acting, { mailId, letter, member, found });
  return { status: 'filed', found, missing, concernId };
}

/** An answer to our question fills what the first letter lacked. */
async function joinAnswer(tx: Tx, { subject, from }: Letter, parts: Found): Promise<Found> {
  const asked = /\[(M-\d+)\]/.exec(subject)?.[1];
  const first = asked === undefined ? null : await findLetter(tx, asked);
  if (first?.found == null || first.status !== 'asked' || first.from.toLowerCase() !== from.toLowerCase()) return parts;
  await sortLetter(tx, first.mailId, 'asked', {
    status: 'set-aside',
    reviewReason: 'Its answer came and was filed with it.',
  });
  const isPlain = parts.area === '' && parts.actions === '';
  if (isPlain && first.found.area === '') return { ...first.found, area: parts.words };
  if (isPlain && first.found.words === '') return { ...first.found, words: parts.words };
  const { words, area, actions } = first.found;
  return { words: words || parts.words, area: area || parts.area, actions: actions || parts.actions };
}

type Filing = { mailId: string; letter: Letter; member: Person; found: Found };

async function fileLetter(tx: Tx, acting: Acting, { mailId, letter, member, found }: Filing): Promise<string> {
  const sheet = await sheetOf(tx, acting, found);
  const clientKey = `mail/${letter.messageId || mailId}`; // a letter that was sent twice is one concern
  const { concern } = await fileConcern(tx, acting, sheet, { clientKey, filedBy: member.personId }); // its receipt goes to the member
  return concern.concernId;
}

/** The intake sheet of a letter: what it says and nothing more. */
export async function sheetOf(tx: Tx, { nowLocal }: Acting, found: Found): Promise<IntakeSheet> {
  return {
    words: found.words.slice(0, 4000),
    title: '',
    category: null,
    way: 'email',
    heardAt: nowLocal,
    place: null,
    placeWords: found.area.slice(0, 300),
    placeConfidence: 'words-only',
    groupIds: await namedGroups(tx, found.area),
    whenHappens: '',
    since: '',
    howOften: '',
    whoAffected: '',
    safetyNow: false,
    peopleCount: null,
    contactWish: 'none-given',
    contactName: '',
    contactReach: '',
    language: 'en',
    efforts: found.actions.slice(0, 4000),
    recommendedSolutions: '',
    caseNumbers: [],
  };
}
