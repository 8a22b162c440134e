import type { HandOutCalls, HandOutItem } from '#data/schema/records/hand-out.ts';
import { tipIdsOf } from '#data/tips/tips.ts';
import type { HandOutSources, TellableEntry } from '#server/store/hand-out-sources.ts';
import type { Days } from './concern-items.ts';
import { asSentence, inEnglish, inShort } from './phrases.ts';

type Item<P extends HandOutItem['part']> = Extract<HandOutItem, { part: P }>;

const ROOM = 240;
const TIPPED_KINDS = 3;
const USUAL_TIPS = ['theft-from-vehicle', 'burglary', 'reckless-driving']; // where no number may be told

/** Late ones first, then by the day they fall due; then what was kept, or honestly not, since the first day. */
export function promiseItems({ promises }: HandOutSources, { today }: Days): Item<'promise'>[] {
  const order = ({ status, dueOn }: (typeof promises)[number]) => (status !== 'open' ? 2 : dueOn < today ? 0 : 1);
  return promises
    .toSorted((a, b) => order(a) - order(b))
    .map(({ promiseId, words, dueOn, status, outcome, closedOn }) => ({
      part: 'promise',
      itemId: `promise/${promiseId}`,
      words: inEnglish(inShort(status === 'open' ? words : `${asSentence(words)} ${outcome}`.trim(), ROOM)),
      dueOn,
      isLate: status === 'open' && dueOn < today,
      ...(status === 'kept' && closedOn !== null ? { keptOn: closedOn } : {}),
    }));
}

/** What is new since the first day, or still ahead; the newest first. */
export const newsItems = ({ entries }: HandOutSources, { from, today }: Days): Item<'news'>[] =>
  entries.flatMap((entry) => {
    const eventOn = dayIn(entry, 'eventOn');
    const isOfNow = entry.happenedOn >= from || (eventOn !== null && eventOn >= today);
    if (entry.kind !== 'news' || !isOfNow) return [];
    const spanish = textIn(entry, 'wordsSpanish');
    const words = inEnglish(inShort(`${asSentence(entry.title)} ${textIn(entry, 'words')}`.trim(), ROOM));
    const inBoth = spanish === '' ? words : { en: words.en, es: inShort(spanish, ROOM + 60) };
    return [{ part: 'news', itemId: `news/${entry.entryId}`, words: inBoth, eventOn }];
  });

/** Projects that are worked on. */
export const projectItems = ({ entries }: HandOutSources): Item<'project'>[] =>
  entries.flatMap((entry) => {
    if (entry.kind !== 'project' || entry.status === 'closed') return [];
    const told = textIn(entry, 'summary') || textIn(entry, 'problem');
    const words = inEnglish(inShort(`${asSentence(entry.title)} ${told}`.trim(), ROOM));
    return [{ part: 'project', itemId: `project/${entry.entryId}`, words }];
  });

/** Tips for the kinds that the page itself shows most of: first what was more than usual. */
export function tipItems(lines: HandOutCalls['lines'], concerned: readonly string[]): Item<'tip'>[] {
  const shown = lines
    .filter(({ calls }) => calls !== null && calls > 0)
    .toSorted((a, b) => Number(b.against === 'more') - Number(a.against === 'more') || (b.calls ?? 0) - (a.calls ?? 0))
    .map(({ category }) => category);
  const kinds = [...new Set([...shown, ...concerned, ...USUAL_TIPS])].filter((kind) => tipIdsOf(kind).length > 0);
  return kinds
    .slice(0, TIPPED_KINDS)
    .flatMap((kind) => tipIdsOf(kind))
    .map((itemId) => ({ part: 'tip', itemId }));
}

const textIn = ({ fields }: TellableEntry, name: string): string => {
  const text = fields[name];
  return typeof text === 'string' ? text.trim() : '';
};
const dayIn = (entry: TellableEntry, name: string): string | null => textIn(entry, name) || null;
