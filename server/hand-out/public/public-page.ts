import { escaped } from '#server/documents/escaped.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import type { HandOutMap } from '#server/hand-out/hand-out-map.ts';
import { clock, dayAlone } from '#server/hand-out/words/dates.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';
import type { MeetingState, PastPage } from '#server/store/public-pages.ts';
import { callsHtml } from './call-lines.ts';
import { concernChartsHtml } from './concern-charts.ts';
import { areaPath, asked, publicFrame } from './public-frame.ts';
import { PUBLIC_WORDS, type PublicWords } from './public-words.ts';
import { saidHtml } from './said-html.ts';
import { spanInWords } from './span-words.ts';

/** A meeting that a page told of and that is still to come. */
export type ComingMeeting = { readonly startsAt: string; readonly place: string; readonly state: MeetingState };

export type PublicPaper = {
  readonly content: HandOutContent;
  readonly groupId: string;
  readonly handOutId: string;
  readonly map: HandOutMap;
  readonly meetings: readonly ComingMeeting[]; // in their order
  readonly past: readonly PastPage[]; // all of the group, the newest first
  readonly path: string; // of this page, without its language
};

/** A released page on the web: the words, numbers and map of the paper, for a phone first. */
export function publicPage(paper: PublicPaper): string {
  const { content, path, handOutId, past, groupId } = paper;
  const { language, title, concerns, notes, foot } = content;
  const words = PUBLIC_WORDS[language];
  const isNewest = past[0]?.handOutId === handOutId;
  const older = isNewest
    ? ''
    : `<p class="said">${escaped(words.older)} <a href="${areaPath(groupId)}${asked(language)}">${escaped(words.newest)}</a></p>`;
  const body = `${headHtml(content)}
${older}
<p class="answer">${escaped(content.answer)}</p>
<div class="facts">
${mapHtml(paper, words)}
${callsHtml(content, words)}
</div>
${concernsHtml(concerns, words)}
${concernChartsHtml(content.charts)}
<div class="two">
${content.sections.map(({ heading, items }) => partHtml(heading, items.map(saidHtml))).join('\n')}
${content.tips.items.length === 0 ? '' : partHtml(content.tips.heading, content.tips.items.map(escaped))}
</div>
${talkHtml(paper, words)}
${filesHtml(paper, words)}
${pastHtml(paper, words)}
<footer class="foot small">
${notes.map((note) => `<p>${escaped(note)}</p>`).join('\n')}
<p class="code">${escaped(foot)}</p>
</footer>`;
  return publicFrame({ language, title, body, home: true, other: `${path}${asked(language === 'en' ? 'es' : 'en')}` });
}

const headHtml = ({ department, groupName, days, forMeeting }: HandOutContent): string => `<header class="head">
<p class="who">${escaped(department)}</p>
<h1>${escaped(groupName)}</h1>
<div class="when"><p class="days">${escaped(days)}</p>${forMeeting === '' ? '' : `<p>${escaped(forMeeting)}</p>`}</div>
</header>`;

function mapHtml({ content, map }: PublicPaper, words: PublicWords): string {
  const { note, table } = content.map;
  const rows = table?.rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  const inWords =
    table === null || rows === undefined
      ? ''
      : `<details><summary>${escaped(words.mapTable)}</summary><table class="dots"><thead><tr>${table.heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></details>`;
  const said = map.hasStreets ? note : `${note} ${wordsOf(content.language).noStreets}`;
  return `<figure>${map.svg}<figcaption class="small">${escaped(said)}</figcaption>${inWords}</figure>`;
}

function concernsHtml({ heads, rows, none }: HandOutContent['concerns'], words: PublicWords): string {
  const [, did, notYet] = heads;
  const each = rows.map(
    (row) => `<article class="concern">
<div><h3>${saidHtml(row.said)} <span class="ref">${escaped(row.reference)}</span></h3>${row.calls === '' ? '' : `<p class="small">${escaped(row.calls)}</p>`}</div>
<dl><div><dt>${escaped(did)}</dt><dd>${saidHtml(row.did)}</dd></div><div><dt>${escaped(notYet)}</dt><dd>${saidHtml(row.notYet)}</dd></div></dl>
</article>`,
  );
  return `<section class="part"><h2>${escaped(words.concerns)}</h2>
${rows.length === 0 ? `<p>${escaped(none)}</p>` : `<div>${each.join('\n')}</div>`}
</section>`;
}

const partHtml = (heading: string, items: readonly string[]): string =>
  `<section class="part"><h2>${escaped(heading)}</h2><ul class="items">${items.map((item) => `<li>${item}</li>`).join('\n')}</ul></section>`;

/** The meetings to come as they are said, the next first. */
export const meetingLines = ({ content, meetings }: Pick<PublicPaper, 'content' | 'meetings'>) =>
  meetings.map(({ startsAt, place, state }, at) => {
    const { language } = content;
    const say = at === 0 ? wordsOf(language).nextMeeting : PUBLIC_WORDS[language].afterThat;
    return { said: say(dayAlone(startsAt, language), clock(startsAt, language), place), state };
  });

export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

function talkHtml(paper: PublicPaper, words: PublicWords): string {
  const { heading, phone, who } = paper.content.talk;
  const { noNextMeeting } = wordsOf(paper.content.language);
  const lines = meetingLines(paper).map(({ said, state }) => `<p>${escaped(said)}</p>${stateHtml(state, words)}`);
  const calendar = paper.meetings.some(({ state }) => state === 'as-told')
    ? `<p class="presses"><a class="press" href="${areaPath(paper.groupId, 'meeting.ics')}">${escaped(words.calendar)}</a></p>`
    : '';
  return `<section class="talk"><h2>${escaped(heading)}</h2>
<p class="phone"><a href="${telephone(phone)}">${escaped(phone)}</a></p>
<p>${escaped(who)}</p>
${lines.length === 0 ? `<p>${escaped(noNextMeeting)}</p>` : lines.join('\n')}
${calendar}
</section>`;
}

function stateHtml(state: MeetingState, { meetingCancelled, meetingChanged }: PublicWords): string {
  if (state === 'as-told') return '';
  return `<p><strong>${escaped(state === 'cancelled' ? meetingCancelled : meetingChanged)}</strong></p>`;
}

function filesHtml({ content, groupId, handOutId }: PublicPaper, words: PublicWords): string {
  const link = (paper: 'letter' | 'a4') =>
    `<a class="press" href="${areaPath(groupId, `${handOutId}.${content.language}.${paper}.pdf`)}">${escaped(words.pdf[paper])}</a>`;
  return `<section class="part files"><h2>${escaped(words.files)}</h2><p class="presses">${link('letter')}\n${link('a4')}</p></section>`;
}

function pastHtml({ content, groupId, handOutId, past }: PublicPaper, words: PublicWords): string {
  const others = past.filter((each) => each.handOutId !== handOutId);
  if (others.length === 0) return '';
  const { language } = content;
  const items = others.map(
    ({ handOutId: id, from, to }) =>
      `<li><a href="${areaPath(groupId, id)}${asked(language)}">${escaped(spanInWords(from, to, language))}</a></li>`,
  );
  return `<section class="part past"><h2>${escaped(words.past)}</h2><ul class="list wide">${items.join('\n')}</ul></section>`;
}
