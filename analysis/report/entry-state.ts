import { stateOf } from '#data/register/catalog.ts';
import { whyLapsed } from '#data/register/standing.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { Period } from './period.ts';

type Stands = Pick<RegisterEntry, 'kind' | 'status'>;

/** In a state after which nothing more is asked of it. */
export const isSettled = ({ kind, status }: Stands): boolean => stateOf(kind, status)?.isOpen === false;

/** "being acted on" */
export const stateInWords = ({ kind, status }: Stands): string =>
  (stateOf(kind, status)?.label ?? status).toLocaleLowerCase('en-US');

/** Found by the end of the period, and not settled before it began. */
export const wasCurrentIn = (entry: RegisterEntry, { from, to }: Period): boolean =>
  entry.happenedOn <= to && (entry.happenedOn >= from || !isSettled(entry) || entry.updatedAt.slice(0, 10) >= from);

/** What an entry says of why it matters: a problem its reason, a watch what it lacks. */
export function evidenceInWords({ kind, fields }: RegisterEntry, day: string): string {
  if (kind === 'watch') return whyLapsed(fields, day).join('. ');
  return [fields.reason, fields.rule].filter(isSaid).join('. ');
}

/** Records and figure codes that an entry rests on. */
export const citedBy = ({ fields, concernIds }: Pick<RegisterEntry, 'fields' | 'concernIds'>): string[] => {
  const rows = Array.isArray(fields.rows) ? fields.rows.filter(isSaid) : [];
  return [...new Set([...concernIds, ...rows])];
};

const isSaid = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
