import { createHash } from 'node:crypto';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { fitPage } from '#server/hand-out/page/fit-page.ts';
import { PAGE_STYLE } from '#server/hand-out/page/page-style.ts';
import { printedGround, readPage } from '#server/store/public-pages.ts';
import { passerByActing, type RecordStore } from '#server/store/record-store.ts';
import { type KeptPapers, keptPapers } from './kept-papers.ts';

/** A released page as it is printed for the public: nothing is read for it that a passer-by may not read. */
export function openPapers(home: string, records: RecordStore, nowLocal: () => string): KeptPapers {
  return keptPapers(home, EDITION, async ({ handOutId, language, paper }) => {
    const { page, geometry } = await records.as(passerByActing(nowLocal()), async (tx) => {
      const found = await readPage(tx, handOutId);
      return { page: found, geometry: await printedGround(tx, found.facts) };
    });
    const content = contentOf(page.facts, language, page);
    const draw = await openHandOutMap(home, { geometry, dots: page.facts.calls.dots });
    const { pdf } = await fitPage({ content, drawMap: (height) => draw(height, content.map.label), paper });
    return pdf;
  });
}

/** What a page looks like: a file of another look is printed anew. */
const EDITION = createHash('sha256').update(PAGE_STYLE).digest('hex').slice(0, 12);
