import type { Report, ReportItem, ReportLack, ReportPart } from '#data/schema/records/report.ts';
import { carriedFrom } from './carried.ts';
import { itemsOf, type ReportDraft } from './draft.ts';
import { holdersIn } from './printed.ts';

export type LackContext = {
  readonly earlier: readonly Report[]; // what was sent for the quarter before, with its amendments
  readonly fresh: ReportDraft | null; // the same report drafted now: its figures are what the records say today
  readonly unsentEarlier: string | null; // a draft of the quarter before that nobody has sent
  readonly today: string;
};

/** What keeps a report from being sent; each names its item and what to do. */
export function findLacks(report: ReportDraft, { earlier, fresh, unsentEarlier, today }: LackContext): ReportLack[] {
  return [
    ...(report.kind === 'quarterly' ? quarterLacks(report, earlier) : []),
    ...report.parts.flatMap(figureLacks),
    ...(fresh ? staleLacks(report, fresh) : []),
    ...(unsentEarlier === null
      ? []
      : [
          lack(
            'earlier-not-sent',
            null,
            `${unsentEarlier} has not been sent, and part d follows from it: send it first.`,
          ),
        ]),
    ...(today > report.to ? [] : [lack('not-ended', null, `The period ends on ${report.to}; send it after that.`)]),
  ];
}

const lack = (code: string, itemId: string | null, words: string): ReportLack => ({ code, itemId, words });
const nameOf = ({ itemId, title }: Pick<ReportItem, 'itemId' | 'title'>) => `${itemId} ${title}`;

function quarterLacks(report: ReportDraft, earlier: readonly Report[]): ReportLack[] {
  return [
    ...['a', 'b', 'c', 'd'].flatMap((name) => partLacks(report, name)),
    ...carryLacks(report, earlier),
    ...actionLacks(report),
    ...itemsOf(report, 'b').filter(restsOnNothing).map(evidenceLack),
  ];
}

function partLacks({ parts }: ReportDraft, name: string): ReportLack[] {
  const part = parts.find((each) => each.part === name);
  if (part === undefined) return [lack('missing-part', null, `Part ${name} is missing; draft the report again.`)];
  if (part.items.length > 0 || part.none.trim() !== '') return [];
  return [lack('empty-part', null, `Part ${name}, ${part.title}, is empty: say “None this quarter.” or why.`)];
}

/** Part d holds every item of the earlier a and b exactly once, and nothing else. */
function carryLacks(report: ReportDraft, earlier: readonly Report[]): ReportLack[] {
  const there = itemsOf(report, 'd');
  const wanted = carriedFrom(earlier);
  const dropped = wanted.filter(({ item }) => there.every(({ itemId }) => itemId !== item.itemId));
  const doubled = there.filter(({ itemId }, at) => there.findIndex((each) => each.itemId === itemId) !== at);
  const strangers = there.filter(({ itemId }) => wanted.every(({ item }) => item.itemId !== itemId));
  return [
    ...dropped.map(({ item, part, reportId }) =>
      lack('dropped', item.itemId, `${nameOf(item)} stood in part ${part} of ${reportId} and is missing from part d.`),
    ),
    ...doubled.map((item) => lack('doubled', item.itemId, `${nameOf(item)} stands in part d more than once.`)),
    ...strangers.map((item) =>
      lack('not-earlier', item.itemId, `${nameOf(item)} stands in part d and was not in the report before.`),
    ),
  ];
}

function actionLacks(report: ReportDraft): ReportLack[] {
  const recommended = itemsOf(report, 'c');
  const unnamed = [...itemsOf(report, 'a'), ...itemsOf(report, 'b')].filter(({ itemId }) =>
    recommended.every((each) => each.itemId !== itemId),
  );
  const open = [...recommended, ...itemsOf(report, 'd')].filter(needsAction);
  const once = open.filter(({ itemId }, at) => open.findIndex((each) => each.itemId === itemId) === at);
  return [
    ...unnamed.map((item) => lack('not-in-c', item.itemId, `${nameOf(item)} is missing from part c.`)),
    ...once.map((item) =>
      lack('no-action', item.itemId, `${nameOf(item)} needs an action, or the reason why there is none.`),
    ),
  ];
}

/** Neither an action nor the reason why there is none. */
export const needsAction = ({ action, reasonForNone }: Pick<ReportItem, 'action' | 'reasonForNone'>): boolean =>
  action.trim() === '' && reasonForNone.trim() === '';

const restsOnNothing = ({ figures }: ReportItem) => figures.every(({ rows }) => rows.length === 0);
const evidenceLack = (item: ReportItem) =>
  lack('no-evidence', item.itemId, `${nameOf(item)} cites no evidence; add the records or the figure it rests on.`);

/** A figure is the number of its rows, and stands where the sentence says. */
function figureLacks(part: ReportPart): ReportLack[] {
  return [{ itemId: null, title: `Part ${part.part}`, drafted: part.drafted, figures: part.figures }, ...part.items]
    .filter(({ drafted, figures }) => {
      const keys = new Set(figures.map(({ key }) => key));
      const untrue = figures.some(({ value, rows }) => value !== new Set(rows).size || value !== rows.length);
      return untrue || keys.size !== figures.length || holdersIn(drafted).some((key) => !keys.has(key));
    })
    .map(({ itemId, title }) =>
      lack('untrue-figure', itemId, `${itemId ?? ''} ${title}: a figure is not the number of its records.`.trim()),
    );
}

function staleLacks(report: ReportDraft, fresh: ReportDraft): ReportLack[] {
  const now = new Map(fresh.parts.flatMap(figured));
  const then = new Map(report.parts.flatMap(figured));
  const differs = [...new Set([...now.keys(), ...then.keys()])].filter((key) => now.get(key) !== then.get(key));
  return differs.map((key) => {
    const [part = '', itemId = ''] = key.split('\u001f');
    const what = itemId === '' ? `The totals of part ${part}` : itemId;
    return lack('stale', itemId || null, `${what} changed in the records since: bring the figures up to date.`);
  });
}

const figured = (part: ReportPart): [key: string, said: string][] => [
  [`${part.part}\u001f`, JSON.stringify([part.drafted, part.figures.map(plain)])],
  ...part.items.map((item): [string, string] => [
    `${part.part}\u001f${item.itemId}`,
    JSON.stringify([item.title, item.drafted, item.figures.map(plain), item.carriedFrom]),
  ]),
];
const plain = ({ key, words, value, rows }: ReportItem['figures'][number]) => [key, words, value, [...rows].sort()];
