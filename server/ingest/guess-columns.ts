import type { Sample } from './sample-file.ts';

/** A column as `inspect` sees it. */
export type Portrait = {
  name: string;
  values: string[];
  filled: number;
  distinct: number;
  numeric: number; // share of filled values
};

const BLANK = /^(?:|na|n\/a|null|none|nan)$/i;
export const isBlank = (value: string): boolean => BLANK.test(value);

export function drawPortraits({ names, columns }: Sample): Portrait[] {
  return names.map((name, at) => {
    const values = columns[at] ?? [];
    const filled = values.filter((value) => !isBlank(value));
    const numeric = filled.filter((value) => Number.isFinite(Number(value))).length;
    return {
      name,
      values,
      filled: filled.length,
      distinct: new Set(filled).size,
      numeric: filled.length === 0 ? 0 : numeric / filled.length,
    };
  });
}

/** The first column whose name fits the earliest pattern and that passes the test. */
export function pickColumn(
  portraits: readonly Portrait[],
  patterns: readonly RegExp[],
  fits: (portrait: Portrait) => boolean,
) {
  for (const pattern of patterns) {
    const found = portraits.find(
      (portrait) => pattern.test(plain(portrait.name)) && portrait.filled > 0 && fits(portrait),
    );
    if (found) return found;
  }
  return null;
}

/** `CallTypeDesc`, `call_type_desc` and `Call Type Desc` read alike. */
const plain = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\W]+/g, ' ')
    .trim()
    .toLowerCase();

const isWords = ({ numeric, distinct }: Portrait) => numeric < 0.5 && distinct >= 1;

/** Columns that can only be told by their names. */
export function guessNamed(portraits: readonly Portrait[]) {
  const any = () => true;
  return {
    type: pickColumn(
      portraits,
      [
        /^(initial )?call (type|nature)|^nature/,
        /primary type|crime type|offen[sc]e|incident type|event type|problem/,
        /type|nature|category|description/,
      ],
      (one) => isWords(one) && one.distinct <= 2_000,
    ),
    address: pickColumn(portraits, [/address/, /^block|location$|street/], isWords),
    disposition: pickColumn(portraits, [/dispo/, /outcome|clearance/], isWords),
    priority: pickColumn(portraits, [/priority/], any),
    origin: pickColumn(portraits, [/call source|^source$|self initiated|how received/], any),
    beat: pickColumn(portraits, [/beat/], any),
    version: pickColumn(portraits, [/^version$/], ({ numeric }) => numeric === 1),
  };
}

/** An id is nearly always filled and nearly always different; a name that speaks of the call beats a row number. */
export function guessId(portraits: readonly Portrait[], rows: number): Portrait | null {
  const isTelling = ({ filled, distinct }: Portrait) => distinct > 0.9 * filled && filled > 0.5 * rows;
  return pickColumn(
    portraits,
    [
      /(incident|event|call|case|crime|cad|report)\b.*\b(number|num|no|id|nbr)\b|^nopd item$/,
      /^(id|number|incident|event)$|\bid\b|number/,
      /object ?id|^fid$/,
    ],
    isTelling,
  );
}
