import type { ReportItem, ReportPart } from '#data/schema/records/report.ts';
import { isDraftedReason } from './concern-lines.ts';
import type { ReportDraft } from './draft.ts';

export type ReportEdit = {
  readonly summary?: string | undefined;
  readonly none?: readonly { part: string; none: string }[] | undefined;
  readonly items?: readonly ItemEdit[] | undefined;
};
export type ItemEdit = {
  readonly part: string;
  readonly itemId: string;
  readonly words?: string | undefined;
  readonly action?: string | undefined;
  readonly reasonForNone?: string | undefined;
};

/** A report with a person's words in it. An action is decided once: it stands in every part that names the item. */
export function editReport<R extends ReportDraft>(report: R, { summary, none = [], items = [] }: ReportEdit): R {
  const parts = report.parts.map((part) => ({
    ...part,
    none: none.find((each) => each.part === part.part)?.none ?? part.none,
    items: part.items.map((item) => items.reduce((now, edit) => editItem(part.part, now, edit), item)),
  }));
  return { ...report, summary: summary ?? report.summary, parts };
}

const DECIDED_IN = ['c', 'd'];

function editItem(part: string, item: ReportItem, edit: ItemEdit): ReportItem {
  if (item.itemId !== edit.itemId) return item;
  const isHere = part === edit.part;
  const shares = isHere || (DECIDED_IN.includes(part) && DECIDED_IN.includes(edit.part));
  return {
    ...item,
    words: isHere ? (edit.words ?? item.words) : item.words,
    action: shares ? (edit.action ?? item.action) : item.action,
    reasonForNone: shares ? (edit.reasonForNone ?? item.reasonForNone) : item.reasonForNone,
  };
}

/** The edits that name no item of the report. */
export const strayEdits = ({ parts }: ReportDraft, { none = [], items = [] }: ReportEdit): string[] => [
  ...none.filter(({ part }) => !parts.some((each) => each.part === part)).map(({ part }) => `part ${part}`),
  ...items
    .filter(({ part, itemId }) => !parts.some((each) => each.part === part && each.items.some(has(itemId))))
    .map(({ part, itemId }) => `${itemId} in part ${part}`),
];

const has = (itemId: string) => (item: ReportItem) => item.itemId === itemId;

/** The report as the records are now, with every word that a person wrote in it before. */
export function refreshReport<R extends ReportDraft>(report: R, fresh: ReportDraft): R {
  const parts = fresh.parts.map((part) =>
    keepWords(part, report.parts.find((each) => each.part === part.part) ?? null),
  );
  return { ...report, parts };
}

function keepWords(fresh: ReportPart, before: ReportPart | null): ReportPart {
  if (before === null) return fresh;
  const items = fresh.items.map((item) => {
    const was = before.items.find(has(item.itemId));
    if (was === undefined) return item;
    const isDecided = was.action !== '' || (was.reasonForNone !== '' && !isDraftedReason(was.reasonForNone));
    const { action, reasonForNone } = isDecided ? was : item;
    return { ...item, words: was.words, action, reasonForNone };
  });
  return { ...fresh, items, none: items.length === 0 ? before.none || fresh.none : '' };
}
