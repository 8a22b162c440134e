import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { escaped } from '#server/documents/escaped.ts';
import { publicFrame } from './public-frame.ts';
import { PUBLIC_WORDS, type PublicWords } from './public-words.ts';

const BOTH: readonly HandOutLanguage[] = ['en', 'es']; // whose letter it was is not told here, so neither is their language

/** One button. The page is the same whoever opens it, and whether the link leads to anybody or not. */
export const stopPage = (): string =>
  page(
    PUBLIC_WORDS.en.stopTitle,
    ({ stopTitle, stopLead }) => [stopTitle, stopLead],
    ({ stopPress }) => `<form method="post"><button type="submit">${escaped(stopPress)}</button></form>`,
  );

export const stoppedPage = (): string =>
  page(
    PUBLIC_WORDS.en.stopped,
    ({ stopped, stoppedLead }) => [stopped, stoppedLead],
    () => '',
  );

function page(
  title: string,
  said: (words: PublicWords) => [heading: string, lead: string],
  acts: (words: PublicWords) => string,
): string {
  const parts = BOTH.map((language, at) => {
    const words = PUBLIC_WORDS[language];
    const [heading, lead] = said(words);
    const level = at === 0 ? 'h1' : 'h2';
    return `<section class="plain" lang="${language}"><${level}>${escaped(heading)}</${level}><p>${escaped(lead)}</p>${acts(words)}</section>`;
  });
  return publicFrame({ language: 'en', title, body: parts.join('\n'), home: false, other: null });
}
