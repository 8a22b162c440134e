import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { Period } from './period.ts';

// The states of `data/register` after which nothing more is asked of an entry.
const SETTLED = new Set(['closed', 'resolved', 'ended', 'done', 'dismissed', 'not-a-problem', 'passed', 'withdrawn']);

export const isSettled = ({ status }: Pick<RegisterEntry, 'status'>): boolean => SETTLED.has(status);

/** Found by the end of the period, and not settled before it began. */
export const wasCurrentIn = (entry: RegisterEntry, { from, to }: Period): boolean =>
  entry.happenedOn <= to && (entry.happenedOn >= from || !isSettled(entry) || entry.updatedAt.slice(0, 10) >= from);

/** The words of an entry's own fields that say what it rests on. */
export function evidenceInWords({ fields }: Pick<RegisterEntry, 'fields'>): string {
  const said = ['evidence', 'reason', 'finding', 'why'].map((key) => fields[key]).find(isSaid);
  return said ?? '';
}

/** Records and figure codes that an entry cites. */
export function citedBy({ fields, concernIds }: Pick<RegisterEntry, 'fields' | 'concernIds'>): string[] {
  const cited = ['rows', 'figureCode', 'figureCodes', 'code', 'evidenceRows'].flatMap((key) => asList(fields[key]));
  return [...new Set([...concernIds, ...cited])];
}

const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(isSaid) : isSaid(value) ? [value] : [];
