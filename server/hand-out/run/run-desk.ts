import { zipSync } from 'fflate';
import type { Logger } from 'pino';
import type { HandOutRun } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { unfinishedRuns } from '#server/store/hand-out-runs.ts';
import { systemActing } from '#server/store/record-store.ts';
import { filesOfRun } from './run-files.ts';
import { type RunPlace, workRun } from './work-run.ts';

/** Where runs are worked on, one at a time. */
export type RunDesk = {
  begin(runId: string): void;
  /** Takes up what a stopped server left; says in a few words what there was. */
  goOn(): Promise<string>;
  /** The PDF of each page that was made, by group and language, in one zip file. */
  pack(acting: Acting, run: HandOutRun): Promise<Uint8Array>;
};

export function openRunDesk(place: RunPlace, log?: Logger): RunDesk {
  let last: Promise<unknown> = Promise.resolve();
  const inWork = new Set<string>();
  const work = (runId: string): Promise<void> => {
    if (inWork.has(runId)) return Promise.resolve();
    inWork.add(runId);
    const working = last.then(() => workRun(place, runId)).finally(() => inWork.delete(runId));
    last = working.catch(() => undefined);
    return working;
  };
  return {
    begin: (runId) =>
      void work(runId).catch((cause: Error) => log?.error(cause, `run ${runId} stopped; it is taken up again`)),
    goOn: async () => {
      const runs = await place.records.as(systemActing(place.nowLocal()), unfinishedRuns);
      for (const runId of runs) await work(runId);
      return runs.length === 0 ? 'No run waits' : `Gone on with ${runs.join(', ')}`;
    },
    pack: (acting, run) => packRun(place, acting, run),
  };
}

async function packRun(place: RunPlace, acting: Acting, run: HandOutRun): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for await (const { name, bytes } of filesOfRun(place, acting, run)) files[name] = bytes;
  return zipSync(files, { level: 0 }); // a PDF is packed already
}
