import { CATEGORIES } from '#data/codes/categories.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import { toCaseNumbers } from '#web/records/shared/case-numbers.ts';
import { sheetWords as words } from './sheet-words.ts';

export type Name = keyof typeof words.fields;
/** Every field of the sheet as it is typed. */
export type Typed = Record<Name, string>;

export const LONG: readonly Name[] = ['words', 'efforts', 'recommendedSolutions'];

/** The fields that are chosen from a list, each with its choices. */
export const CHOICES: Partial<Record<Name, readonly { value: string; label: string }[]>> = {
  category: [
    { value: '', label: words.noKind },
    ...CATEGORIES.map(({ category, label }) => ({ value: category, label })),
  ],
  safetyNow: [
    { value: 'no', label: words.no },
    { value: 'yes', label: words.yes },
  ],
  way: choicesOf(words.ways),
  placeConfidence: choicesOf(words.confidence),
  contactWish: choicesOf(words.wishes),
  language: choicesOf(words.languages),
};

function choicesOf(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
}

export const LONGEST: Partial<Record<Name, number>> = {
  ...{ title: 120, words: 4000, efforts: 4000, recommendedSolutions: 4000, placeWords: 300 },
  ...{ whenHappens: 200, since: 100, howOften: 100, whoAffected: 200, contactName: 120, contactReach: 120 },
  ...{ peopleCount: 4, caseNumbers: 820 },
};

/** The sheet as its form shows it. */
export function typed(concern: Concern): Typed {
  const { title, efforts, recommendedSolutions, placeWords, placeConfidence, way, language } = concern;
  const { whenHappens, since, howOften, whoAffected, contactWish, contactName, contactReach } = concern;
  return {
    ...{ title, words: concern.words, efforts, recommendedSolutions, placeWords, placeConfidence, way, language },
    ...{ whenHappens, since, howOften, whoAffected, contactWish, contactName, contactReach },
    category: concern.category ?? '',
    heardAt: concern.heardAt.slice(0, 16),
    peopleCount: concern.peopleCount === null ? '' : String(concern.peopleCount),
    safetyNow: concern.safetyNow ? 'yes' : 'no',
    caseNumbers: concern.caseNumbers.join(', '),
  };
}

/** What differs from the beginning, as the server takes it. Who stays unnamed has no name in it. */
export function changedFrom(began: Typed, form: Typed): Record<string, unknown> {
  const names = (Object.keys(form) as Name[]).filter((name) => form[name] !== began[name]); // the keys of `form`
  const changed = Object.fromEntries(names.map((name) => [name, asKept(name, form[name])]));
  const unnamed = changed.contactWish === 'anonymous' ? { contactName: '', contactReach: '' } : {};
  return { ...changed, ...unnamed };
}

function asKept(name: Name, value: string): unknown {
  switch (name) {
    case 'category':
      return value === '' ? null : value;
    case 'safetyNow':
      return value === 'yes';
    case 'peopleCount':
      return peopleOf(value.trim());
    case 'heardAt':
      return `${value}:00`;
    case 'caseNumbers':
      return toCaseNumbers(value);
    default:
      return value;
  }
}

/** What is no number goes as it was typed: the server names the field. */
function peopleOf(value: string): unknown {
  if (value === '') return null;
  return /^\d+$/.test(value) ? Number(value) : value;
}
