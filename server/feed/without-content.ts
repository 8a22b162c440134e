import type { FeedReject } from '#data/schema/records/feed.ts';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import type { DataRefused } from '#server/errors.ts';
import type { IngestReport } from '#server/ingest/ingest-report.ts';

const FEW = 5;

/** Why a file was refused, in words that can be mailed: the place and the fault, nothing of what the file says. */
export function refusalOf({ message, file, line, column }: DataRefused, profile: SourceProfile) {
  const place = [file, line === null ? null : `line ${line}`, column].filter((part) => part !== null).join(', ');
  const words = message.startsWith(`${place}: `) ? message.slice(place.length + 2) : message;
  return { words: withoutContent(words, profile), line, column: ownColumn(column, profile) };
}

/** Why a file could not be read by a fault that may not be its own: readers and databases quote what they stumble on. */
export function brokenWords(cause: unknown): string {
  const [first = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  return first.replace(/'.*'|".*"/g, '"…"').slice(0, 300);
}

/** The first few rejects, without their values. */
export const rejectsOf = ({ rejects }: Pick<IngestReport, 'rejects'>, profile: SourceProfile): FeedReject[] =>
  rejects.slice(0, FEW).map(({ line, column, reason }) => ({
    line,
    column: ownColumn(column, profile),
    reason: withoutContent(reason, profile),
  }));

/**
 * A file without a header has a call where the names of its columns should be, and a broken line of JSON is quoted by
 * its reader: so only names of columns that the profile knows are repeated.
 */
function withoutContent(words: string, profile: SourceProfile): string {
  return words
    .replace(/not JSON: .*$/s, 'not JSON')
    .replace(/; it has .*$/s, '')
    .replace(
      /"([^"]*)"/g,
      (quoted, name: string) => (/^(\W|\\t)$/.test(name) || ownColumn(name, profile) !== null ? quoted : '"…"'), // a delimiter says nothing
    );
}

function ownColumn(column: string | null, profile: SourceProfile): string | null {
  if (column === null) return null;
  const fields = Object.entries(profile.columns).flat(2);
  return [...fields, ...profile.dedupe.key].some((own) => own.toLowerCase() === column.toLowerCase()) ? column : null;
}
