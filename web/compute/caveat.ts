import type { Loaded } from './loaded.ts';

/** A caveat that also names the years which are missing from every count. */
export function withMissingYears({ unreadable }: Pick<Loaded, 'unreadable'>, caveat: string): string {
  if (unreadable.length === 0) return caveat;
  const years = unreadable.map(({ year }) => year).toSorted();
  return `${caveat} Missing, because it could not be read: ${years.join(', ')}.`;
}
