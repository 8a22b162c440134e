import { escaped } from '#server/documents/escaped.ts';
import type { Said } from '#server/hand-out/content.ts';

/** Words with their language, and with what the page says of them. */
export const saidHtml = ({ words, language, marked, after }: Said): string => {
  const own = words === '' ? '' : `<span lang="${language}">${escaped(words)}</span>`;
  return [own, escaped(marked), escaped(after)].filter((part) => part !== '').join(' ');
};
