import type { HandOutChoices, HandOutItem } from '#data/schema/records/hand-out.ts';

const MOST = { concern: 4, promise: 2, news: 2, project: 1, tip: 3, line: 0 } as const;
const MOST_TOLD = 2; // news and projects together: the page is one page

/** What one page holds, of what is offered, in the order in which it is offered. */
export function suggest(offered: readonly HandOutItem[]): HandOutChoices {
  const taken = (part: keyof typeof MOST) =>
    offered.filter((item) => item.part === part && hasWords(item)).slice(0, MOST[part]);
  const told = [...taken('news'), ...taken('project')].slice(0, MOST_TOLD);
  const items = [...taken('concern'), ...taken('promise'), ...told, ...tipsOf(offered)];
  return { items: items.map(({ itemId }) => itemId), words: {}, line: null };
}

const hasWords = (item: HandOutItem): boolean => item.part !== 'concern' || item.said.en !== '';

/** The first tip of each kind, and where there are fewer kinds than tips, the next ones. */
function tipsOf(offered: readonly HandOutItem[]): HandOutItem[] {
  const tips = offered.filter(({ part }) => part === 'tip');
  const byNumber = tips.toSorted((a, b) => numberOf(a) - numberOf(b)); // stays in the order of kinds within a number
  return byNumber.slice(0, MOST.tip).toSorted((a, b) => tips.indexOf(a) - tips.indexOf(b));
}

const numberOf = ({ itemId }: HandOutItem): number => Number(itemId.slice(-1));
