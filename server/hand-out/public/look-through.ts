import { createHash } from 'node:crypto';
import type { Acting } from '#data/schema/records/person.ts';
import { knownOfPage } from '#server/hand-out/desk/known-of-page.ts';
import { FileLeaks } from '#server/hand-out/page/hand-out-file.ts';
import { scanFile } from '#server/hand-out/scan/scan-file.ts';
import { type PublicPage, printedGround } from '#server/store/public-pages.ts';
import { auditAct, type RecordStore, systemActing, type Tx } from '#server/store/record-store.ts';
import { areaPath, ICON_URL, STYLE_URL } from './public-frame.ts';
import { meetingLines, type PublicPaper, telephone } from './public-page.ts';
import { PUBLIC_WORDS } from './public-words.ts';
import { spanInWords } from './span-words.ts';

const MOST_SEEN = 1000; // pages as they were served, by their hash

/** What is known of people and places, to look for it in a finished file. Read as the server itself: whoever asked sees none of it. */
export const knownFor = async (home: string, tx: Tx, { facts }: PublicPage) =>
  knownOfPage(home, tx, facts, await printedGround(tx, facts));

/** Notes in the audit that a finished file was stopped, and stops it. */
export async function stopLeak(records: RecordStore, acting: Acting, handOutId: string, leaks: FileLeaks) {
  const act = { action: 'other', kind: 'hand-out', recordId: handOutId, words: leaks.message.slice(0, 400) } as const;
  await records.as(acting, (tx) => auditAct(tx, act));
  return leaks;
}

/**
 * Looks through a public page as it is sent, once for each state of it: the words of the released page and the fixed words
 * around them may stand on it, and nothing else. Throws `FileLeaks`.
 */
export function looksThrough(home: string, records: RecordStore) {
  const seen = new Set<string>();
  return async (page: PublicPage, paper: PublicPaper, html: string, nowLocal: string): Promise<void> => {
    const hash = createHash('sha256').update(html).digest('hex');
    if (seen.has(hash)) return;
    const known = await records.as(systemActing(nowLocal), (tx) => knownFor(home, tx, page));
    const { tips, ...rest } = paper.content;
    const content = { ...rest, tips: { ...tips, items: [...tips.items, ...wordsAround(paper)] } };
    const leaks = await scanFile(new TextEncoder().encode(withoutWays(html, paper)), 'html', { content, known });
    if (leaks.length > 0) throw await stopLeak(records, systemActing(nowLocal), page.handOutId, new FileLeaks(leaks));
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(hash);
  };
}

/** What stands on a public page besides the hand-out: fixed words, the days of earlier pages, the meetings to come. */
function wordsAround(paper: PublicPaper): string[] {
  const { language } = paper.content;
  const { pdf, ...words } = PUBLIC_WORDS[language];
  return [
    ...Object.values(words).filter((each) => typeof each === 'string'),
    ...Object.values(pdf),
    PUBLIC_WORDS[language === 'en' ? 'es' : 'en'].inThis,
    ...paper.past.map(({ from, to }) => spanInWords(from, to, language)),
    ...meetingLines(paper).map(({ said }) => said),
  ];
}

/** Without the ways to our own public pages, which are addresses and no words; any other stays to be found. */
function withoutWays(html: string, { groupId, content, past }: PublicPaper): string {
  const area = areaPath(groupId);
  const pages = past.map(({ handOutId }) => areaPath(groupId, handOutId));
  const own = new Set([
    '#page',
    '/area',
    STYLE_URL,
    ICON_URL,
    telephone(content.talk.phone),
    area,
    `${area}/meeting.ics`,
    ...pages,
  ]);
  const isOwn = (way: string) => own.has(way.replace(/(\?language=es|\.(en|es)\.(letter|a4)\.pdf)$/, ''));
  return html.replaceAll(/ href="([^"]*)"/g, (whole, way: string) => (isOwn(way) ? '' : whole));
}
