import { CATEGORIES } from '#data/codes/categories.ts';
import { RELEASE_LEVEL_OF, type Role } from '#data/schema/release-level.ts';

export const PROTECTED_KINDS: readonly string[] = CATEGORIES.filter(
  ({ leastLevel }) => leastLevel === 'restricted',
).map(({ category }) => category);
const PROTECTED: ReadonlySet<string> = new Set(PROTECTED_KINDS);

/** Kinds whose places only analysts and commanders see on a map: violence at home, health, children … */
export const isProtected = (category: string | null): boolean => category !== null && PROTECTED.has(category);

/** Whether a role may be told how many calls of protected kinds there were; the auditor reads what was decided on them. */
export const readsProtected = (role: Role): boolean => RELEASE_LEVEL_OF[role] === 'restricted' || role === 'auditor';
