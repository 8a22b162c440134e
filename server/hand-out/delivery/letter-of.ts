import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import type { Released } from '#server/hand-out/content.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { dayInWords, LETTER_WORDS } from './letter-words.ts';

export type Enclosing = {
  readonly language: HandOutLanguage;
  readonly consentedOn: string;
  readonly publicUrl: string | null;
  readonly stopUrl: string | null; // kept out of the letter until it is posted
};

/** The letter that a page is enclosed in, in the reader's language, as plain words. */
export function letterOf(
  facts: HandOutFacts,
  released: Released,
  { language, consentedOn, publicUrl, stopUrl }: Enclosing,
): { subject: string; text: string } {
  const words = LETTER_WORDS[language];
  const { title, forMeeting, answer, talk, groupName, days } = contentOf(facts, language, released);
  const { groupId, department } = facts;
  const web = publicUrl === null ? null : `${publicUrl}/area/${groupId}${language === 'es' ? '?language=es' : ''}`;
  const heading = forMeeting === '' ? title : `${title}, ${forMeeting}`;
  const head = [heading, '', answer, '', words.enclosed, ...(web === null ? [] : [words.onTheWeb(web)])];
  const talking = [talk.nextMeeting, words.questions(department.name, talk.phone)].filter((line) => line !== '');
  const end = stopUrl === null ? words.stopByPhone(talk.phone) : words.stop(stopUrl);
  return {
    subject: words.subject(groupName, days),
    text: [...head, '', ...talking, '', words.why(dayInWords(consentedOn, language)), end].join('\n'),
  };
}
