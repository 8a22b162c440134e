import type { Report } from '#data/schema/records/report.ts';
import type { ReportChange } from '#data/schema/records/report-view.ts';

type Field = 'summary' | 'none' | 'words' | 'action' | 'reasonForNone';

/** One thing that was typed and is not saved yet, with what stood there when typing began. */
export type Edit = {
  readonly part: string;
  readonly itemId: string;
  readonly field: Field;
  readonly value: string;
  readonly base: string;
};
export type Edits = ReadonlyMap<string, Edit>;

const keyOf = ({ part, itemId, field }: Pick<Edit, 'part' | 'itemId' | 'field'>): string =>
  [part, itemId, field].join('\u001f');

/** What a report holds at the place of an edit. */
export function heldAt(
  report: Pick<Report, 'summary' | 'parts'>,
  { part, itemId, field }: Omit<Edit, 'value' | 'base'>,
): string {
  if (field === 'summary') return report.summary;
  const there = report.parts.find((each) => each.part === part);
  if (field === 'none') return there?.none ?? '';
  return there?.items.find((item) => item.itemId === itemId)?.[field] ?? '';
}

/** The edits with one more in them; what was typed back to what is kept is no edit. */
export function withEdit(edits: Edits, kept: Report, typed: Omit<Edit, 'base'>): Edits {
  const key = keyOf(typed);
  const base = edits.get(key)?.base ?? heldAt(kept, typed);
  const next = new Map(edits);
  if (typed.value === heldAt(kept, typed)) next.delete(key);
  else next.set(key, { ...typed, base });
  return next;
}

/** The edits without those that were taken as they are. */
export const withoutSaved = (edits: Edits, saved: Edits): Edits =>
  new Map([...edits].filter(([key, { value }]) => saved.get(key)?.value !== value));

/** Where somebody else wrote at the very place of an edit: neither may fall without a person saying so. */
export const clashes = (edits: Edits, now: Report): Edit[] =>
  [...edits.values()].filter((edit) => {
    const theirs = heldAt(now, edit);
    return theirs !== edit.base && theirs !== edit.value;
  });

/** The edits on top of what somebody else left: their base is now what stands there. */
export const onTopOf = (edits: Edits, now: Report): Edits =>
  new Map([...edits].map(([key, edit]) => [key, { ...edit, base: heldAt(now, edit) }]));

export function toChange(edits: Edits, revision: number): ReportChange {
  const all = [...edits.values()];
  const summary = all.find(({ field }) => field === 'summary')?.value;
  const none = all.filter(({ field }) => field === 'none').map(({ part, value }) => ({ part, none: value }));
  const items = all
    .filter(({ field }) => field !== 'summary' && field !== 'none')
    .map(({ part, itemId, field, value }) => ({ part, itemId, [field]: value }));
  return {
    revision,
    ...(summary === undefined ? {} : { summary }),
    ...(none.length > 0 ? { none } : {}),
    ...(items.length > 0 ? { items } : {}),
  };
}
