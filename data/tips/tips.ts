import { PERSON_TIPS } from './person-tips.ts';
import { PROPERTY_TIPS } from './property-tips.ts';
import { STREET_TIPS } from './street-tips.ts';
import type { ThreeTips, Tip } from './tip.ts';

/** Three things to do for every kind that may be public: plain prevention advice, the department's to edit. */
const TIPS: Readonly<Record<string, ThreeTips>> = { ...PERSON_TIPS, ...PROPERTY_TIPS, ...STREET_TIPS };

/** The tips of a kind by their ids, `tip/<category>/<n>`, the first first; none for a kind that is never public. */
export const tipIdsOf = (category: string): string[] =>
  (TIPS[category] ?? []).map((_, at) => `tip/${category}/${at + 1}`);

/** The words of a tip; null where the id names none, as one that was taken out since. */
export function findTip(itemId: string): Tip | null {
  const [, category, number] = /^tip\/([\w-]+)\/(\d)$/.exec(itemId) ?? [];
  return TIPS[category ?? '']?.[Number(number) - 1] ?? null;
}
