import type { ReportSheet } from '#data/schema/records/report-view.ts';
import { shortName, words } from './words.ts';

export type Check = {
  readonly name: 'carried' | 'figures' | 'actions' | 'parts' | 'ended';
  readonly isMet: boolean;
  readonly said: string;
  readonly lacks: readonly { itemId: string | null; part: string | null; words: string }[];
};

const CODES: Record<Check['name'], readonly string[]> = {
  carried: ['dropped', 'doubled', 'not-earlier', 'earlier-not-sent'],
  figures: ['untrue-figure', 'stale', 'no-evidence'],
  actions: ['no-action', 'not-in-c'],
  parts: ['empty-part', 'missing-part'],
  ended: ['not-ended'],
};

/** What keeps a report from being sent, one line a kind; each lack knows where it is mended. */
export function checksOf({ report, lacks, earlierIds }: Pick<ReportSheet, 'report' | 'lacks' | 'earlierIds'>): Check[] {
  const names: Check['name'][] =
    report.kind === 'quarterly' ? ['carried', 'figures', 'actions', 'parts', 'ended'] : ['figures', 'ended'];
  const { checks } = words;
  const earlier = earlierIds[0];
  const met = {
    carried: earlier === undefined ? checks.first : checks.carried(shortName(earlier)),
    figures: checks.figures,
    actions: checks.actions,
    parts: checks.parts,
    ended: checks.ended,
  };
  return names.map((name) => {
    const found = lacks.filter(({ code }) => CODES[name].includes(code));
    const notMet = {
      carried: checks.carriedNot,
      figures: checks.figuresNot,
      actions: checks.actionsNot,
      parts: checks.partsNot,
      ended: () => checks.endedNot(report.to),
    };
    return {
      name,
      isMet: found.length === 0,
      said: found.length === 0 ? met[name] : notMet[name](found.length),
      lacks:
        name === 'ended' ? [] : each(found).map((lack) => ({ ...lack, part: partOf(report, lack.itemId, lack.code) })),
    };
  });
}

/** An item that stands in two parts lacks the same in both, and is listed once. */
const each = (found: ReportSheet['lacks']): ReportSheet['lacks'] =>
  found.filter(
    (lack, at) => found.findIndex(({ itemId, words: said }) => itemId === lack.itemId && said === lack.words) === at,
  );

/** Where a lack is mended: an action in d where the item stands there, else in c. */
function partOf({ parts }: ReportSheet['report'], itemId: string | null, code: string): string | null {
  if (itemId === null) return null;
  const order = code === 'no-action' ? ['c', 'd'] : ['d', 'b', 'a', 'c'];
  const places = [...order, ...parts.map(({ part }) => part)];
  return (
    places.find((name) =>
      parts.some((part) => part.part === name && part.items.some((item) => item.itemId === itemId)),
    ) ?? null
  );
}
