import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { escaped } from '#server/documents/escaped.ts';
import type { AreaWithPages } from '#server/store/public-pages.ts';
import { areaPath, asked, publicFrame } from './public-frame.ts';
import { PUBLIC_WORDS } from './public-words.ts';
import { spanInWords } from './span-words.ts';

/** Every area with a page, in the order of the alphabet: of numbers nothing is said here. */
export function areaListPage(areas: readonly AreaWithPages[], language: HandOutLanguage): string {
  const words = PUBLIC_WORDS[language];
  const items = areas.map(
    ({ groupId, groupName, from, to }) =>
      `<li><a href="${areaPath(groupId)}${asked(language)}">${escaped(groupName)} <span class="small">${escaped(spanInWords(from, to, language))}</span></a></li>`,
  );
  const body = `<header class="head"><h1>${escaped(words.listTitle)}</h1></header>
<section class="part"><p>${escaped(areas.length === 0 ? words.noneYet : words.listLead)}</p>
${areas.length === 0 ? '' : `<ul class="list wide">${items.join('\n')}</ul>`}</section>`;
  const other = `/area${asked(language === 'en' ? 'es' : 'en')}`;
  return publicFrame({ language, title: words.listTitle, body, home: false, other });
}

export type Plain = 'none-yet' | 'withdrawn' | 'unknown' | 'busy';
type Place = { readonly language: HandOutLanguage; readonly groupId: string; readonly path: string };

const SAID = {
  'none-yet': ['noPage', 'noPageLead'],
  withdrawn: ['withdrawn', 'withdrawnLead'],
  unknown: ['unknown', 'unknownLead'],
  busy: ['busy', 'busyLead'],
} as const satisfies Record<Plain, readonly [string, string]>;

/** A page that is not there, said plainly, with the way on. `name`: of the group, where it is known. */
export function plainPage(is: Plain, { language, groupId, path }: Place, name: string | null): string {
  const words = PUBLIC_WORDS[language];
  const [heading, lead] = SAID[is];
  const way =
    is === 'withdrawn' || is === 'busy'
      ? `<p><a href="${areaPath(groupId)}${asked(language)}">${escaped(words.newest)}</a></p>`
      : '';
  const body = `<div class="plain">${name === null ? '' : `<p class="who">${escaped(name)}</p>`}<h1>${escaped(words[heading])}</h1><p>${escaped(words[lead])}</p>${way}</div>`;
  const other = `${path}${asked(language === 'en' ? 'es' : 'en')}`;
  return publicFrame({ language, title: words[heading], body, home: true, other });
}
