import type PptxGenJS from 'pptxgenjs';
import type { HandOutContent, Said } from '#server/hand-out/content.ts';

export type Slides = {
  readonly deck: PptxGenJS;
  readonly content: HandOutContent;
  /** A further slide under its title. In its notes: what it says in words, and the page's sources. */
  readonly add: (title: string, look?: { readonly largest?: number; readonly inWords?: string }) => PptxGenJS.Slide;
};

export const FONT = 'Arial';
const LEAST = 24; // points: read from the last row
const WIDE = 12.13; // inches between the margins

export const bodyText = (y: number, h: number): PptxGenJS.TextPropsOptions => ({
  ...{ x: 0.6, y, w: WIDE, h, margin: 0, valign: 'top', align: 'left' },
  ...{ fontFace: FONT, fontSize: LEAST, color: '111111', isTextBox: true },
});

/** Long words are set smaller, but never below what the last row can read. */
export function sizeFor(words: string, largest: number): number {
  if (words.length <= 90) return largest;
  if (words.length <= 150) return Math.max(LEAST, largest - 6);
  return LEAST;
}

/** A person's words with their own language, and what the page adds behind them. */
export function saidSpans(
  { words, language, marked, after }: Said,
  page: Said['language'],
  options: PptxGenJS.TextPropsOptions,
): PptxGenJS.TextProps[] {
  const spans = [
    { text: words, language },
    { text: marked, language: page },
    { text: after, language: page },
  ].filter(({ text }) => text !== '');
  return spans.map(({ text, language: spoken }, i) => ({
    text: i === 0 ? text : ` ${text}`,
    options: {
      ...(i === 0 ? options : {}),
      ...(spoken === page ? {} : { lang: spoken }),
      ...(i === spans.length - 1 ? { breakLine: true } : {}),
    },
  }));
}
