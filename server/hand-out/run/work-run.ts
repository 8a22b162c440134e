import type { HandOut } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { RecordMissing } from '#server/errors.ts';
import { leftOutInWords, makeHandOut } from '#server/hand-out/desk/make-hand-out.ts';
import type { KeptPapers } from '#server/hand-out/public/kept-papers.ts';
import { type RunOrder, type RunPage, readRun, settlePage, starterOf, takePage } from '#server/store/hand-out-runs.ts';
import { releasedSince } from '#server/store/hand-outs.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { troubleOf } from '#server/store/trouble.ts';

export type RunPlace = {
  readonly home: string;
  readonly records: RecordStore;
  readonly nowLocal: () => string;
  readonly papers: KeptPapers;
};
export type Settled = Pick<RunPage, 'groupId' | 'state' | 'handOutId' | 'why'>;

/**
 * Makes the pages of a run that still wait, one after another, and tells of each. A page is held while it is made and
 * settled when it is done, so that a killed server, or a second one, neither loses nor doubles any.
 */
export async function workRun(
  place: RunPlace,
  runId: string,
  onPage: (page: Settled) => void = () => undefined,
): Promise<void> {
  const { records } = place;
  const now = place.nowLocal();
  const { acting, run } = await records.as(systemActing(now), async (tx) => {
    const found = await readRun(tx, runId);
    return { run: found, acting: await starterOf(tx, found, now) };
  });
  for (let isDone = false; !isDone; ) {
    isDone = await records.as(acting, async (tx) => {
      const groupId = await takePage(tx, runId);
      if (groupId === null) return true;
      const already = await releasedSince(tx, { groupId, from: run.from, to: run.to, since: run.startedAt });
      const page = await makePage(place, acting, { groupId, order: run, already });
      await settlePage(tx, runId, groupId, page);
      onPage({ groupId, ...page });
      return false;
    });
  }
}

type Wanted = { readonly groupId: string; readonly order: RunOrder; readonly already: HandOut | null };

async function makePage({ home, records, papers }: RunPlace, acting: Acting, { groupId, order, already }: Wanted) {
  try {
    const made = already === null ? await makeHandOut(home, records, acting, groupId, order) : null;
    const handOut = already ?? made?.handOut;
    if (handOut === undefined) throw new RecordMissing(`The page of ${groupId}`);
    const why = (made?.leftOut ?? []).map(leftOutInWords);
    const unprinted = await printAll(papers, handOut, order);
    return { state: 'made', handOutId: handOut.handOutId, why: [...why, unprinted].filter(Boolean).join(' ') } as const;
  } catch (error) {
    if (!(error instanceof Error) || troubleOf(error) !== null) throw error; // the page waits until the records are back
    return { state: 'not-made', handOutId: null, why: error.message } as const;
  }
}

/** The files of a page, ready for whoever asks; without a Chromium its web page stands alone, which is said. */
async function printAll(
  papers: KeptPapers,
  { handOutId, hash }: HandOut,
  { languages, paper }: RunOrder,
): Promise<string> {
  try {
    for (const language of languages) await papers({ handOutId, hash, language, paper });
    return '';
  } catch (error) {
    if (error instanceof NoPrinter) return `No PDF: ${error.message}`;
    throw error;
  }
}
