import { expect, test } from 'vitest';
import { readingGrade } from '#analysis/reading/grade.ts';

const ENGLISH = `More cars were broken into than usual.
The usual range comes from the same weeks of the last three years.
A call is what someone told us. It is not yet a crime.`;

test('the English grade is what the formula gives for words and syllables counted by hand', () => {
  // by hand: 7 + 13 + 7 + 6 words in 4 sentences, 11 + 15 + 8 + 6 syllables; 0.39 * 33 / 4 + 11.8 * 40 / 33 - 15.59 = 1.93
  expect(readingGrade(ENGLISH, 'en')).toEqual({ sentences: 4, words: 33, syllables: 40, grade: 1.9 });
});

test('Spanish syllables are those of a grammar: strong vowels apart, weak ones with their neighbor', () => {
  // po-li-cí-a 4, ba-rrio 2, te-a-tro 3, ciu-dad 2, ve-hí-cu-lo 4, que-rer 2, gue-rra 2, ra-í-ces 3, yo 1, muy 1
  const line = 'policía barrio teatro ciudad vehículo querer guerra raíces yo muy.';
  expect(readingGrade(`${line} ${line} ${line}`, 'es')).toMatchObject({ words: 30, sentences: 3, syllables: 3 * 24 });
});

test('a harder text asks for more years; numbers are not read', () => {
  const hard =
    'Authorities subsequently investigated approximately numerous contemporaneous residential burglaries notwithstanding considerable administrative complications '.repeat(
      3,
    );
  expect(readingGrade(hard, 'en')?.grade).toBeGreaterThan(20);
  expect(readingGrade(`${ENGLISH} 33 18 30 2026`, 'en')?.words).toBe(33);
});

test('a line of a few words has no grade', () => {
  expect(readingGrade('Nothing unusual.', 'en')).toBeNull();
  expect(readingGrade('', 'es')).toBeNull();
});
