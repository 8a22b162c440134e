import type { SensitivityLabel } from '#data/schema/records/pattern.ts';
import type { BulletinFacts } from './facts.ts';

export type LabelWords = { readonly name: string; readonly rule: string };

/** How the page is to be handled, as it stands at its head and foot. Nothing is open before it is released. */
export function labelWords({ label, release }: Pick<BulletinFacts, 'label' | 'release'>): LabelWords {
  if (label === 'open' && release === 'public') return { name: 'Open', rule: 'May be shown to everybody.' };
  if (label === 'open' && release === 'group')
    return { name: 'Open', rule: 'For the community groups named here, and their members.' };
  return INSIDE[label];
}

const INSIDE: Readonly<Record<SensitivityLabel, LabelWords>> = {
  sensitive: { name: 'Sensitive', rule: 'Police only. Do not post, copy or pass on. Shred when done.' },
  official: { name: 'Official', rule: 'For work inside the department. Do not post or pass on.' },
  open: { name: 'Open, not released', rule: 'For work inside the department until it is released.' },
};

const format = (options: Intl.DateTimeFormatOptions) => {
  const words = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options });
  return (moment: string) => words.format(new Date(moment.length === 10 ? `${moment}T00:00:00Z` : `${moment}Z`));
};

export const dayInFull = format({ month: 'long', day: 'numeric', year: 'numeric' });
export const dayOfWeek = format({ weekday: 'short', month: 'short', day: 'numeric' });
export const dayOfYear = format({ weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' });
export const monthOfYear = format({ month: 'short', year: 'numeric' });
const clockAsSet = format({ hour: 'numeric', minute: '2-digit' });
const dayAlone = format({ month: 'long', day: 'numeric' });

/** "7:32 pm". */
export const clock = (moment: string): string => clockAsSet(moment).replace('\u202f', ' ').toLowerCase();
export const momentInFull = (moment: string): string => `${dayInFull(moment)}, ${clock(moment)}`;

/** "November 2 to November 29, 2026". */
export const spanInFull = (from: string, to: string): string => {
  if (from === to) return dayInFull(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? dayAlone(from) : dayInFull(from)} to ${dayInFull(to)}`;
};

export const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** "1 case", "14 cases". */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
