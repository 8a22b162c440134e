import { CATEGORIES, FAMILIES } from '#data/codes/categories.ts';

const LABELS = new Map<string, string>(CATEGORIES.map(({ category, label }) => [category, label]));
const FAMILY_OF = new Map<string, string>(CATEGORIES.map(({ category, family }) => [category, family]));

/** The reader's word for a category; a code we do not know is shown as it is. */
export const kindName = (category: string): string => LABELS.get(category) ?? category;

/** The source's own words, in sentence case: `THEFT FROM VEHICLE` is "Theft from vehicle". */
export const typeName = (code: string): string =>
  code === code.toUpperCase() ? code.charAt(0) + code.slice(1).toLowerCase() : code;

export type KindFamily = { family: string; label: string; categories: string[] };

/** The families that have any of these categories, each with those it has, in the tree's order. */
export const familiesOf = (present: readonly string[]): KindFamily[] =>
  FAMILIES.map(({ family, label }) => ({
    family,
    label,
    categories: present
      .filter((category) => (FAMILY_OF.get(category) ?? 'other') === family)
      .sort((a, b) => kindName(a).localeCompare(kindName(b))),
  })).filter(({ categories }) => categories.length > 0);
