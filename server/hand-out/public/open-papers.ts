import { fileURLToPath } from 'node:url';
import { FileLeaks, handOutFile } from '#server/hand-out/page/hand-out-file.ts';
import { printedGround, readPage } from '#server/store/public-pages.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { editionOf } from './edition.ts';
import { type KeptPapers, keptPapers } from './kept-papers.ts';
import { knownFor, stopLeak } from './look-through.ts';

/** Released pages as PDF, for whoever reads them by mail or on the web: printed, looked through, and kept. */
export function openPapers(home: string, records: RecordStore, nowLocal: () => string): KeptPapers {
  return keptPapers(home, EDITION, async ({ handOutId, language, paper }) => {
    const now = nowLocal();
    const { page, geometry, known } = await records.as(systemActing(now), async (tx) => {
      const found = await readPage(tx, handOutId);
      return { page: found, geometry: await printedGround(tx, found.facts), known: await knownFor(home, tx, found) };
    });
    const printed = { facts: page.facts, released: page, geometry };
    try {
      return await handOutFile(home, printed, { language, file: `${paper}.pdf`, known });
    } catch (cause) {
      throw cause instanceof FileLeaks ? await stopLeak(records, systemActing(now), handOutId, cause) : cause;
    }
  });
}

const EDITION = editionOf(fileURLToPath(new URL('..', import.meta.url)));
