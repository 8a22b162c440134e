import type { PaperSize } from '#data/schema/records/hand-out.ts';
import { escaped } from '#server/documents/escaped.ts';
import type { HandOutContent, Said } from '#server/hand-out/content.ts';
import type { HandOutMap } from '#server/hand-out/hand-out-map.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';
import type { Cut } from './cuts.ts';
import { lineHtml } from './line-html.ts';
import { othersHtml, restHtml } from './others-html.ts';
import { PAGE_STYLE, paperStyle } from './page-style.ts';

export type PageLook = Pick<Cut, 'space' | 'othersAs' | 'caveat'> & {
  readonly paper: PaperSize;
  readonly fontUrl: string | null;
};

/**
 * A hand-out as a page that needs nothing but itself: what the PDF is printed from, and its twin for whoever has no
 * PDF. No script, every word escaped, headings and landmarks in the order in which the page is read.
 */
export const pageHtml = (content: HandOutContent, map: HandOutMap, look: PageLook): string =>
  `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(content.title)}</title>
<style>${look.fontUrl === null ? '' : `@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${look.fontUrl}") format("woff2"); }`}${PAGE_STYLE}${paperStyle(look.paper)}</style>
</head>
<body>
<div class="sheet ${look.paper} ${look.space}">
${draftHtml(content)}
<header>
<div><p class="soft">${escaped(content.department)}</p>
<h1${content.groupName.length > LONG_NAME ? ' class="long"' : ''}>${escaped(content.groupName)}</h1></div>
<p class="days"><b>${escaped(content.days)}</b><br>${escaped(content.forMeeting)}</p>
</header>
<main>
<p class="answer">${escaped(content.answer)}</p>
${content.changed === '' ? '' : `<p class="changed">${escaped(content.changed)}</p>`}
<div class="top">
${areaHtml(content, map)}
${callsHtml(content, look)}
</div>
${restHtml(content)}${look.caveat === 'below' ? `\n${caveatHtml(content)}` : ''}
${concernsHtml(content)}
${endHtml(content, look)}
</main>
<footer>
<p>${content.notes.map(escaped).join(' ')} ${footHtml(content.foot)}</p>
</footer>
</div>
</body>
</html>
`.replaceAll('’', '&#39;'); // in a PDF the letters of Inter turn the curled one into another sign

const LONG_NAME = 30; // letters: more take two lines

const draftHtml = ({ draft }: HandOutContent): string =>
  draft === ''
    ? ''
    : `<p class="draft">${escaped(draft)}</p><svg class="water" viewBox="0 0 700 900" aria-hidden="true"><text x="350" y="470" text-anchor="middle" transform="rotate(-52 350 450)" font-size="82" font-weight="700" fill="#ececec">${escaped(draft)}</text></svg>`;

function areaHtml({ map: words, language }: HandOutContent, map: HandOutMap): string {
  const { yourArea, noStreets } = wordsOf(language);
  const note = map.hasStreets ? words.note : `${words.note} ${noStreets}`;
  const table =
    words.table === null
      ? ''
      : `<div class="unseen"><table><caption>${escaped(words.label)}</caption><thead><tr>${words.table.heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${words.table.rows
          .map(([where = '', what = '']) => `<tr><th scope="row">${escaped(where)}</th><td>${escaped(what)}</td></tr>`)
          .join('')}</tbody></table></div>`;
  return `<section class="area" aria-labelledby="area"><h2 id="area" class="unseen">${escaped(yourArea)}</h2>
<figure>${map.svg}<figcaption>${escaped(note)}</figcaption></figure>
${table}
</section>`;
}

const callsHtml = (content: HandOutContent, look: PageLook): string =>
  `<section class="calls" aria-labelledby="calls"><h2 id="calls" class="unseen">${escaped(wordsOf(content.language).calls)}</h2>
<ul class="lines">
${content.lines.map((line) => lineHtml(line, look.space)).join('\n')}
</ul>
${othersHtml(content, look.othersAs)}${look.caveat === 'beside' ? `\n${caveatHtml(content)}` : ''}
</section>`;

const caveatHtml = ({ caveat }: HandOutContent): string => `<p class="soft caveat">${escaped(caveat)}</p>`;

function concernsHtml({ concerns, language }: HandOutContent): string {
  const [said, did, notYet] = concerns.heads;
  const heading = `<h2 id="concerns" class="unseen">${escaped(wordsOf(language).concerns)}</h2>`;
  if (concerns.rows.length === 0)
    return `<section class="concerns" aria-labelledby="concerns"><h2 id="concerns">${escaped(said)}</h2><p>${escaped(concerns.none)}</p></section>`;
  const rows = concerns.rows.map(
    (row) =>
      `<tr><th scope="row">${saidHtml(row.said, language)} <span class="soft">${escaped(row.reference)}</span></th><td>${saidHtml(row.did, language)}</td><td>${saidHtml(row.notYet, language)}</td></tr>`,
  );
  return `<section class="concerns" aria-labelledby="concerns">${heading}
<table><thead><tr>${[said, did, notYet].map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>
${concerns.more === '' ? '' : `<p class="more">${escaped(concerns.more)}</p>`}
</section>`;
}

/** A person's words, marked where they are not in the page's language, and what the page adds. */
function saidHtml({ words, language, marked, after }: Said, page: string): string {
  const own = language === page ? escaped(words) : `<span lang="${language}">${escaped(words)}</span>`;
  const mark = marked === '' ? '' : `<span class="mark">${escaped(marked)}</span>`;
  return [own, mark, escaped(after)].filter((part) => part !== '').join(' ');
}

/** Beside the number to call: what else is told, and what can be done. Much of it runs over the whole width where room is short. */
function endHtml(content: HandOutContent, { space }: PageLook): string {
  const { sections, tips } = content;
  const isRun = space === 'tight';
  const told = sections.map((section) => sectionHtml(section, { language: content.language, isRun })).join('\n');
  const isWide = isRun && sections.length > 1;
  const beside = isWide ? tips.items.length : sections.length + tips.items.length;
  return `${isWide ? `<div class="told">${told}</div>\n` : ''}<div class="end${beside === 0 ? ' alone' : ''}">
<div>
${isWide ? '' : told}
${tipsHtml(content)}
</div>
${talkHtml(content)}
</div>`;
}

type Listed = { readonly language: string; readonly isRun: boolean };

const sectionHtml = ({ heading, items }: HandOutContent['sections'][number], { language, isRun }: Listed): string =>
  `<section${isRun ? ' class="runin"' : ''}><h2>${escaped(heading)}${isRun ? ':' : ''}</h2> <ul>${items.map((item) => `<li>${saidHtml(item, language)}</li>`).join(' ')}</ul></section>`;

const tipsHtml = ({ tips }: HandOutContent): string =>
  tips.items.length === 0
    ? ''
    : `<section><h2>${escaped(tips.heading)}</h2><ul>${tips.items.map((tip) => `<li>${escaped(tip)}</li>`).join('')}</ul></section>`;

const talkHtml = ({ talk }: HandOutContent): string => `<section class="talk" aria-labelledby="talk">
<h2 id="talk">${escaped(talk.heading)}</h2>
<p class="phone">${escaped(talk.phone)}</p>
<p>${escaped(talk.who)}</p>
<p>${escaped(talk.nextMeeting)}</p>
</section>`;

const footHtml = (foot: string): string => escaped(foot).replace(/\bCB-\w{4}-\w{4}\b/, '<b class="code">$&</b>');
