import { blockName } from '#data/codes/block-name.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import { numbersInWords } from '#server/documents/place-map/number-marks.ts';
import { clock, counted, dayOfWeek, dayOfYear, joined, monthOfYear } from './bulletin-words.ts';
import type { Case, CaseFacts } from './facts.ts';

const LABELS = new Map<string, string>(CATEGORIES.map(({ category, label }) => [category, label]));
const kindName = (category: string): string => LABELS.get(category) ?? category;

/** The list of cases: its columns, and every case as a row of them. */
export type CaseTable = { readonly columns: readonly CaseColumn[]; readonly rows: readonly CaseRow[] };
export type CaseColumn = 'no' | 'received' | 'time' | 'kind' | 'block' | 'group' | 'call';
export type CaseRow = Readonly<Record<CaseColumn, string>>;

export const CASE_HEADS: Readonly<Record<CaseColumn, string>> = {
  no: 'No.',
  received: 'Received',
  time: 'Time',
  kind: 'Kind',
  block: 'Block',
  group: 'Group',
  call: 'Call',
};

/** A day or an hour that is not known is not made up; the kind stands in a column where there are several. */
export function caseTable({ cases, from, to }: CaseFacts): CaseTable {
  const day = from.slice(0, 4) === to.slice(0, 4) ? dayOfWeek : dayOfYear;
  const rows = cases.map(({ number, callId, receivedLocal, timePrecision, category, addressBlock, groups }) => ({
    no: String(number),
    received: timePrecision === 'month' ? monthOfYear(receivedLocal) : day(receivedLocal),
    time: timePrecision === 'minute' ? clock(receivedLocal) : 'not known',
    kind: kindName(category),
    block: addressBlock === null ? 'not known' : blockName(addressBlock),
    group: groups.length === 0 ? 'none' : groups.join(', '),
    call: callId,
  }));
  const kind: CaseColumn[] = kindsOf(cases).length > 1 ? ['kind'] : [];
  return { columns: ['no', 'received', 'time', ...kind, 'block', 'group', 'call'], rows };
}

const kindsOf = (cases: readonly Case[]): string[] => [...new Set(cases.map(({ category }) => kindName(category)))];

const MOST_NAMED = 4; // blocks in one sentence
const MOST_NUMBERS = 6; // of one block

/** Blocks with two or more cases, with the numbers of these; a place stands for its block where none is known. */
export function placesInWords(cases: readonly Case[]): string {
  const places = new Map<string, Case[]>();
  for (const one of cases) {
    const key = one.addressBlock ?? one.placeKey;
    if (key !== null) places.set(key, [...(places.get(key) ?? []), one]);
  }
  const repeated = [...places.values()].filter((at) => at.length > 1).sort((a, b) => b.length - a.length);
  if (repeated.length === 0) return cases.length > 1 ? 'No block has two or more.' : '';
  const named = repeated.slice(0, MOST_NAMED).map((at) => {
    const block = at[0]?.addressBlock;
    const which =
      at.length > MOST_NUMBERS ? `${at.length} cases` : `no. ${numbersInWords(at.map(({ number }) => number))}`;
    return `${block ? blockName(block) : 'a place without address'} (${which})`;
  });
  const others = repeated.length - named.length;
  return `Two or more at ${joined(others > 0 ? [...named, counted(others, 'other block')] : named)}.`;
}

/** "14 cases. First: …; last: …." and what is not in the list, with why. */
export function caseCounts({ cases, leftOut, heldBack, missing }: CaseFacts): string {
  const exact = cases.filter(({ timePrecision }) => timePrecision !== 'month');
  const [first, last] = [exact[0], exact.at(-1)];
  const ends = first && last && first !== last ? ` First: ${when(first)}; last: ${when(last)}.` : '';
  const [kind, ...others] = kindsOf(cases);
  const all = kind === undefined || others.length > 0 ? '' : `, ${cases.length > 1 ? 'all ' : ''}${kind.toLowerCase()}`;
  return [
    `${counted(cases.length, 'case')}${all}.${ends}`,
    leftOut > 0 ? `${counted(leftOut, 'call')} looked at and left out.` : '',
    heldBack > 0
      ? `${counted(heldBack, 'call')} held back: ${heldBack === 1 ? 'its kind is' : 'their kinds are'} for analysts and commanders alone.`
      : '',
    missing > 0 ? `${counted(missing, 'call')} not in the store anymore.` : '',
  ]
    .filter((said) => said !== '')
    .join(' ');
}

const when = ({ receivedLocal, timePrecision }: Case): string =>
  `${dayOfWeek(receivedLocal)}${timePrecision === 'minute' ? `, ${clock(receivedLocal)}` : ''}`;

/** What the map does not show; empty where it shows all. */
export function offMapInWords(cases: readonly Case[]): string {
  const off = cases.filter(({ place }) => place === null).map(({ number }) => number);
  return off.length === 0 ? '' : `Without a place on the map: no. ${numbersInWords(off)}.`;
}
