import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { type HandOutMap, openHandOutMap, TALLEST } from '#server/hand-out/hand-out-map.ts';
import { type PublicPage, pastPages, printedGround, toldMeeting } from '#server/store/public-pages.ts';
import type { Tx } from '#server/store/record-store.ts';
import { areaPath } from './public-frame.ts';
import type { ComingMeeting, PublicPaper } from './public-page.ts';

export type Told = NonNullable<HandOutFacts['meeting']>;

/** The meetings that a page told of and that are still to come, as they stand now. */
export async function comingMeetings(
  tx: Tx,
  { handOutId, facts }: PublicPage,
  nowLocal: string,
): Promise<(Told & ComingMeeting)[]> {
  const told = [facts.meeting, facts.next].filter((each) => each !== null && each.endsAt > nowLocal) as Told[]; // no null is left
  const coming: (Told & ComingMeeting)[] = [];
  for (const each of told) coming.push({ ...each, state: await toldMeeting(tx, handOutId, each.meetingId) });
  return coming;
}

/** A way to lay out public pages whose maps are drawn once: they cost the most, and a crowd asks for the same few. */
export function publicPapers(home: string) {
  const maps = new Map<string, Promise<HandOutMap>>();
  const draw = async (tx: Tx, { facts }: PublicPage, label: string): Promise<HandOutMap> => {
    const geometry = await printedGround(tx, facts);
    const drawAt = await openHandOutMap(home, { geometry, dots: facts.calls.dots });
    return drawAt(TALLEST, label);
  };
  const drawn = (tx: Tx, page: PublicPage, label: string): Promise<HandOutMap> => {
    const key = `${page.handOutId} ${page.hash} ${label}`;
    const kept = maps.get(key);
    if (kept !== undefined) return kept;
    const drawing = draw(tx, page, label);
    drawing.catch(() => maps.delete(key));
    maps.set(key, drawing);
    const [oldest] = maps.keys();
    if (maps.size > MOST_MAPS && oldest !== undefined) maps.delete(oldest);
    return drawing;
  };
  return async (tx: Tx, page: PublicPage, language: HandOutLanguage, at: Asked): Promise<PublicPaper> => {
    const { handOutId, groupId, facts } = page;
    const content = contentOf(facts, language, page);
    return {
      ...{ content, groupId, handOutId },
      map: await drawn(tx, page, content.map.label),
      meetings: await comingMeetings(tx, page, at.nowLocal),
      past: await pastPages(tx, groupId),
      path: at.isNewest ? areaPath(groupId) : areaPath(groupId, handOutId),
    };
  };
}

type Asked = { readonly nowLocal: string; readonly isNewest: boolean };

const MOST_MAPS = 200;
