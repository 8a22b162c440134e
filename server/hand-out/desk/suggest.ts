import type { HandOutChoices, HandOutItem } from '#data/schema/records/hand-out.ts';

const MOST = { concern: 4, promise: 2, news: 2, project: 1, tip: 3, line: 0 } as const;
const MOST_TOLD = 2; // news and projects together: the page is one page

/** What one page holds of what is offered: the first of each part. */
export function suggest(offered: readonly HandOutItem[]): HandOutChoices {
  const taken = (part: keyof typeof MOST) =>
    offered.filter((item) => item.part === part && hasWords(item)).slice(0, MOST[part]);
  const projects = taken('project');
  const told = [...taken('news').slice(0, MOST_TOLD - projects.length), ...projects];
  const concerns = taken('concern').toSorted(inPrintedOrder);
  const items = [...concerns, ...taken('promise'), ...told, ...tipsOf(offered)];
  return { items: items.map(({ itemId }) => itemId), words: {}, line: null };
}

/** Open concerns by age, then those that were closed. */
const inPrintedOrder = (a: HandOutItem, b: HandOutItem): number =>
  Number(isClosed(a)) - Number(isClosed(b)) || a.itemId.localeCompare(b.itemId, 'en', { numeric: true });
const isClosed = (item: HandOutItem): boolean => item.part === 'concern' && !item.isOpen;

const hasWords = (item: HandOutItem): boolean => item.part !== 'concern' || item.said.en !== '';

/** The first tip of each kind, and where there are fewer kinds than tips, the next ones. */
function tipsOf(offered: readonly HandOutItem[]): HandOutItem[] {
  const tips = offered.filter(({ part }) => part === 'tip');
  const byNumber = tips.toSorted((a, b) => numberOf(a) - numberOf(b)); // stays in the order of kinds within a number
  return byNumber.slice(0, MOST.tip).toSorted((a, b) => tips.indexOf(a) - tips.indexOf(b));
}

const numberOf = ({ itemId }: HandOutItem): number => Number(itemId.slice(-1));
