import type { HandOutRun } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { getReleased } from '#server/store/told-cells.ts';
import type { RunPlace } from './work-run.ts';

export type RunFile = { readonly name: string; readonly bytes: Uint8Array }; // eastbank.es.pdf

/** The PDF of each page that a run made, by group and language, one after another. */
export async function* filesOfRun(
  { records, papers }: Pick<RunPlace, 'records' | 'papers'>,
  acting: Acting,
  { pages, languages, paper }: Pick<HandOutRun, 'pages' | 'languages' | 'paper'>,
): AsyncGenerator<RunFile> {
  for (const { groupId, handOutId } of pages) {
    if (handOutId === null) continue;
    const { hash } = (await records.as(acting, (tx) => getReleased(tx, handOutId))).handOut;
    for (const language of languages) {
      yield { name: `${groupId}.${language}.pdf`, bytes: await papers({ handOutId, hash, language, paper }) };
    }
  }
}
