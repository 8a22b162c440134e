import { CATEGORIES } from '#data/codes/categories.ts';

const PROTECTED: ReadonlySet<string> = new Set(
  CATEGORIES.filter(({ leastLevel }) => leastLevel === 'restricted').map(({ category }) => category),
);

/** Kinds whose places only analysts and commanders see on a map: violence at home, health, children … */
export const isProtected = (category: string | null): boolean => category !== null && PROTECTED.has(category);
