import { expect, test } from 'vitest';
import { readingGrade } from '#analysis/reading/grade.ts';
import { findPersonal } from '#analysis/release/find-personal.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import { findTip, tipIdsOf } from '#data/tips/tips.ts';

const isPublic = ({ leastLevel }: (typeof CATEGORIES)[number]) => leastLevel === 'public';
const tips = CATEGORIES.flatMap(({ category }) =>
  tipIdsOf(category).map((itemId) => ({ itemId, tip: findTip(itemId) })),
);

test('every kind that may be public has three tips, and no other kind has any', () => {
  for (const kind of CATEGORIES) expect(tipIdsOf(kind.category), kind.category).toHaveLength(isPublic(kind) ? 3 : 0);
});

test('a tip is one short line in each language, and names nobody', () => {
  for (const { itemId, tip } of tips) {
    for (const words of [tip?.en ?? '', tip?.es ?? '']) {
      expect(words, itemId).toMatch(/^[\p{Lu}¿].{8,63}[.?]$/u);
      const found = findPersonal(words).filter(({ kind, text }) => kind !== 'name' || / \p{Lu}/u.test(text));
      expect(found, itemId).toEqual([]);
    }
  }
});

test('tips are read in eight years of school or less, in both languages', () => {
  const all = (language: 'en' | 'es') => tips.map(({ tip }) => tip?.[language] ?? '').join(' ');
  expect(readingGrade(all('en'), 'en')?.grade).toBeLessThanOrEqual(8);
  expect(readingGrade(all('es'), 'es')?.grade).toBeLessThanOrEqual(8);
});

test('an id that names no tip has no words', () => {
  for (const itemId of ['tip/noise/4', 'tip/domestic/1', 'tip/noise', 'concern/C-0388'])
    expect(findTip(itemId)).toBeNull();
});
