import { expect, test } from 'vitest';
import { readingGrade } from '#analysis/reading/grade.ts';
import { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { letterOf } from '#server/hand-out/delivery/letter-of.ts';
import { LETTER_WORDS } from '#server/hand-out/delivery/letter-words.ts';
import { PUBLIC_WORDS } from '#server/hand-out/public/public-words.ts';
import { NO_CALLS, RELEASED, RICH } from '#test/fixture/hand-out-facts.ts';

const MOST = 8; // years of school
const PLACE = 'Eastbank';

/** Every fixed word of a set, a line each; what is filled in is short and the same in both languages. */
const allSaid = (words: Readonly<Record<string, unknown>>): string =>
  Object.values(words)
    .map((each) => (typeof each === 'function' ? each(PLACE, PLACE, PLACE) : each))
    .flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)))
    .join('\n');

const gradeOf = (text: string, language: HandOutLanguage): number =>
  readingGrade(text, language)?.grade ?? Number.POSITIVE_INFINITY; // too short to be measured is not below anything

test.each(HandOutLanguage.options)('what public pages say of themselves is below grade 8 (%s)', (language) => {
  const { stopTitle, stopLead, stopPress, stopped, stoppedLead, ...pages } = PUBLIC_WORDS[language];
  expect(gradeOf(allSaid(pages), language)).toBeLessThan(MOST);
  expect(gradeOf(allSaid({ stopTitle, stopLead, stopPress, stopped, stoppedLead }), language)).toBeLessThan(MOST);
});

test.each(HandOutLanguage.options)(
  'a letter that carries a page is below grade 8, whole and by itself (%s)',
  (language) => {
    expect(gradeOf(allSaid(LETTER_WORDS[language]), language)).toBeLessThan(MOST);
    for (const facts of [RICH, NO_CALLS]) {
      for (const publicUrl of ['https://commonbeat.city.example', null]) {
        const stopUrl = publicUrl === null ? null : `${publicUrl}/stop/a-link`;
        const { subject, text } = letterOf(facts, RELEASED, {
          language,
          consentedOn: '2026-11-20',
          publicUrl,
          stopUrl,
        });
        const read = `${subject}\n${text}`.replaceAll(/https:\S+/g, ''); // an address is pressed, not read
        expect(gradeOf(read, language)).toBeLessThan(MOST);
      }
    }
  },
);
