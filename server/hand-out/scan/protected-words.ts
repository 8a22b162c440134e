import { CATEGORIES } from '#data/codes/categories.ts';
import { plainKind } from '#data/codes/plain-kinds.ts';
import { isProtected } from '#data/codes/protected-kinds.ts';
import { tokensOf } from './told-words.ts';

const plain = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

/** How people say it, beside the names that we print. */
const SAID = [
  ...['homicide', 'murder', 'sexual assault', 'rape', 'domestic violence', 'domestic dispute', 'family dispute'],
  ...['suicide', 'mental health', 'overdose', 'welfare check', 'missing person', 'child abuse', 'elder abuse'],
  ...['homicidio', 'asesinato', 'agresión sexual', 'abuso sexual', 'violencia doméstica', 'suicidio', 'salud mental'],
  ...['persona desaparecida', 'maltrato infantil', 'revisión de bienestar', 'orden de arresto', 'sobredosis'],
];
const NOT_CLASSIFIED = 'unknown';

const LABELS: ReadonlySet<string> = new Set([
  ...CATEGORIES.filter(({ category }) => isProtected(category) && category !== NOT_CLASSIFIED).flatMap(
    ({ category, label }) => [label, plainKind(category, 'en').name, plainKind(category, 'es').name].map(plain),
  ),
  ...SAID,
]);

export type ProtectedWords = { readonly label: string; readonly around: string }; // with the word before and after

const PHRASES = [...LABELS].filter((label) => label.includes(' ') || SAID.includes(label)).join('|');
const IN_TEXT = new RegExp(`(?:[\\p{L}\\p{N}]+ )?(?<!\\p{L})(${PHRASES})(?!\\p{L})(?: [\\p{L}\\p{N}]+)?`, 'gu');

/** Names of protected kinds in a text of bare words. One word that says other things too counts only where it stands alone. */
export function protectedIn(text: string): ProtectedWords[] {
  const alone = text.trim();
  if (LABELS.has(alone)) return [{ label: alone, around: alone }];
  return [...text.matchAll(IN_TEXT)].map(([around, label = '']) => ({ label, around }));
}
