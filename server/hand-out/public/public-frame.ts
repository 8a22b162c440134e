import { createHash } from 'node:crypto';
import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { escaped } from '#server/documents/escaped.ts';
import { PUBLIC_STYLE } from './public-style.ts';
import { PUBLIC_WORDS } from './public-words.ts';

/** The style sheet with its content in its address, so that a browser keeps it until it is another one. */
export const STYLE_URL = `/area/page.css?v=${createHash('sha256').update(PUBLIC_STYLE).digest('hex').slice(0, 12)}`;

/** Named, so that no browser asks for one that is not there. */
export const ICON_URL = '/mark.svg';

/** A public page runs no script, asks no other server for anything, and sends its forms nowhere but here. */
export const PUBLIC_POLICY = [
  `default-src 'none'`,
  `style-src 'self'`,
  `font-src 'self'`,
  `img-src 'self'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');

export type Framed = {
  readonly language: HandOutLanguage;
  readonly title: string;
  readonly body: string;
  readonly home: boolean; // whether the way to the list of areas stands at the top
  readonly other: string | null; // address of the same page in the other language
};

export function publicFrame({ language, title, body, home, other }: Framed): string {
  const words = PUBLIC_WORDS[language];
  const turned = language === 'en' ? 'es' : 'en';
  const back = home ? `<a href="/area${asked(language)}">${escaped(words.allAreas)}</a>` : '<span></span>';
  const turn = other === null ? '' : `<a href="${escaped(other)}" lang="${turned}">${PUBLIC_WORDS[turned].inThis}</a>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="${ICON_URL}" type="image/svg+xml">
<link rel="stylesheet" href="${STYLE_URL}">
</head>
<body>
<div class="page">
<a class="skip" href="#page">${escaped(words.skip)}</a>
${home || other !== null ? `<nav class="top" aria-label="${escaped(words.ways)}">${back}\n${turn}</nav>` : ''}
<main id="page">
${body}
</main>
</div>
</body>
</html>
`;
}

/** What an address carries for its language; English carries nothing. */
export const asked = (language: HandOutLanguage): string => (language === 'en' ? '' : `?language=${language}`);

export const areaPath = (groupId: string, page?: string): string =>
  `/area/${encodeURIComponent(groupId)}${page === undefined ? '' : `/${encodeURIComponent(page)}`}`;
