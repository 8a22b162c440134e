import { syllable } from 'syllable';

export type ReadingGrade = {
  readonly grade: number; // school years in the United States, one decimal
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
};

export const FEWEST_WORDS = 30; // under it one long word moves the grade by years

/**
 * The school grade that a text asks of its reader; null under 30 words. Lines are taken as sentences, also without a
 * period at their end, as on a printed page. Source: Kincaid et al. (1975), Derivation of new readability formulas,
 * Navy Research Branch Report 8-75; Crawford (1984), Fórmula y gráfico para determinar la comprensibilidad de textos del
 * nivel primario en castellano, Lectura y Vida 4.
 */
export function readingGrade(text: string, language: 'en' | 'es'): ReadingGrade | null {
  const sentences = text
    .split(/[.!?]+(?=\s|$)|\n+/u)
    .map((sentence) => sentence.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length < FEWEST_WORDS) return null;
  const syllables = words.reduce((sum, word) => sum + (language === 'en' ? syllable(word) : spanishSyllables(word)), 0);
  const perSentence = words.length / sentences.length;
  const perWord = syllables / words.length;
  const grade =
    language === 'en'
      ? 0.39 * perSentence + 11.8 * perWord - 15.59
      : (-0.205 * 100) / perSentence + 0.049 * 100 * perWord - 3.407;
  return { grade: Math.round(grade * 10) / 10, sentences: sentences.length, words: words.length, syllables };
}

const STRONG = 'aeoáéóíú'; // an accented í or ú stands by itself beside a strong vowel
const WEAK = 'iuüy';

/** Vowels that are spoken as one: a strong with weak ones beside it, or two weak ones (Real Academia, Ortografía 2010). */
function spanishSyllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/y(?=[aeiouáéíóú])/g, 'j');
  const nuclei = letters.match(new RegExp(`[${WEAK}]*[${STRONG}][${WEAK}]*|[${WEAK}]+`, 'g')) ?? [];
  return Math.max(1, nuclei.length);
}
