import type { FeedFile } from '#data/schema/records/feed.ts';

const number = (n: number): string => n.toLocaleString('en-US');

/** What became of one file of a watched folder, in one line. */
export function fileInWords({ file, outcome, report, words, line, column }: FeedFile): string {
  const sum = report
    ? `${number(report.read)} read: ${number(report.accepted)} accepted, ${number(report.rejected)} rejected, ${number(report.duplicates)} duplicates, ${number(report.superseded)} superseded`
    : '';
  if (outcome === 'taken') return `${file}: ${sum}`;
  if (outcome === 'mostly-rejected') return `${file}: more than half could not be read; ${sum}`;
  if (outcome === 'known') return `${file}: taken in before${words === '' ? '' : `, ${words}`}`;
  const place = [line === null ? null : `line ${line}`, column].filter((part) => part !== null).join(', ');
  const why = place === '' ? words : `${place}: ${words}`;
  return outcome === 'refused'
    ? `${file}: refused; ${why}`
    : `${file}: not taken, to be tried again in a minute; ${why}`;
}
