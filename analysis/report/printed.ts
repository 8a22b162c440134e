import { longDate, shortDate } from '#analysis/shared/day-words.ts';
import type { ReportFigure, ReportItem, ReportPart } from '#data/schema/records/report.ts';

/** A figure counts records, and only by naming them: its value can be nothing but their number. */
export function figureOf(key: string, rows: readonly string[], one: string, many: string): ReportFigure {
  const unique = [...new Set(rows)].sort();
  return { key, words: unique.length === 1 ? one : many, value: unique.length, rows: unique };
}

export type Piece = { readonly text: string; readonly figure: ReportFigure | null };

const HOLDER = /\{([a-z][a-z-]*)\}/g;

/** A drafted sentence in pieces, its figures apart: "{contacts-made} with 3 groups" → [9 contacts made][ with 3 groups]. */
export function piecesOf({ drafted, figures }: Pick<ReportItem | ReportPart, 'drafted' | 'figures'>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of drafted.matchAll(HOLDER)) {
    const figure = figures.find(({ key }) => key === match[1]) ?? null;
    if (figure === null) continue; // stays as it is written: findLacks names it
    if (match.index > at) pieces.push({ text: drafted.slice(at, match.index), figure: null });
    pieces.push({ text: figureInWords(figure), figure });
    at = match.index + match[0].length;
  }
  if (at < drafted.length) pieces.push({ text: drafted.slice(at), figure: null });
  return pieces;
}

export const sentenceOf = (drafted: Pick<ReportItem | ReportPart, 'drafted' | 'figures'>): string =>
  piecesOf(drafted)
    .map(({ text }) => text)
    .join('');

export const figureInWords = ({ value, words }: ReportFigure): string =>
  `${value.toLocaleString('en-US')} ${words}`.trim();

export const holdersIn = (drafted: string): string[] => [...drafted.matchAll(HOLDER)].map((match) => match[1] ?? '');

/** "Nov 20"; with its year where that is not the report's. */
export const dayInWords = (local: string, reportTo: string): string =>
  local.slice(0, 4) === reportTo.slice(0, 4) ? shortDate(local) : longDate(local);

/** What somebody wrote, as it may stand in a drafted sentence: braces hold figures there. */
export const unbraced = (words: string): string => words.replaceAll('{', '(').replaceAll('}', ')');

/** Somebody's words, ending as a sentence does. */
export function ended(words: string): string {
  const said = unbraced(words.trim());
  return /[.!?…”]$/.test(said) ? said : `${said}.`;
}
