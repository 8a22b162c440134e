import type { HandOutContent } from '#server/hand-out/content.ts';

/** What the map shows, for who cannot see it: its label, then its table row by row. */
export const mapInWords = ({ label, table }: HandOutContent['map']): string =>
  [label, ...(table?.rows.map((row) => `${row.join(', ')}.`) ?? [])].join(' ');
