import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Manifest } from '#data/schema/manifest.ts';
import { readCurrent } from '#server/extract/manifest-files.ts';
import { remember } from '#server/routes/remember.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { CallPicture } from './call-picture.ts';
import type { WatchP } from './judge-weeks.ts';
import { keepThreshold, keptThreshold } from './kept-threshold.ts';
import { type Judged, startThread, type Thread } from './run-thread.ts';

/** The calls of one manifest, judged. */
export type JudgedCalls = {
  readonly manifest: Manifest; // of the public level
  readonly layer: string; // whose areas are judged; empty: there are no boundaries
  readonly picture: CallPicture;
  readonly isBudgetSet: boolean;
};

const ONLY_UNUSUAL: WatchP = 0; // until a threshold is known: nobody shall see a mark that then vanishes

type Keeping = { readonly log: Pick<Logger, 'error'>; readonly onChange: () => void };
type Kept = { readonly key: string; readonly judged: JudgedCalls | null };

/**
 * What the calls of a home say, judged once for each manifest in a thread of its own. New calls are judged by the
 * threshold that the ones before them had, at once; the past is judged again after that, and the board then told anew.
 */
export function keepCalls(home: string, { log, onChange }: Keeping) {
  const manifests = (['public', 'restricted'] as const).map((level) =>
    remember(join(home, `manifest-${level}.json`), () => readCurrent(home, level)),
  );
  const threads = new Set<Thread>();
  let kept: Kept | null = null;
  let asked: { readonly key: string; readonly first: Promise<void> } | null = null;
  let learner: string | null = null; // the calls whose threshold is being learned
  let isClosed = false;

  const present = async () => {
    const [open, whole] = await Promise.all(manifests.map((read) => read()));
    return open && whole ? { manifest: open, key: `${open.manifest} ${whole.manifest}` } : null;
  };
  const judge = async ({ manifest, key }: { manifest: Manifest; key: string }) => {
    const layer = judgedLayer(manifest);
    const former = await keptThreshold(home, layer?.layer ?? '');
    const learns = former?.calls !== key && learner === null;
    if (learns) learner = key;
    const job = {
      ground: await groundOf(home, manifest, layer),
      watchP: former === null ? ONLY_UNUSUAL : former.watchP,
      learns,
    };
    await new Promise<void>((resolve, reject) => {
      const thread = startThread(job, (judged) => {
        take(judged);
        resolve();
      });
      threads.add(thread);
      const end = (error?: unknown) => {
        threads.delete(thread);
        if (learner === key) learner = null;
        if (error === undefined) resolve();
        else reject(error);
        if (learns && kept !== null && kept.key !== key) void judgeAgain(); // other calls came while it learned
      };
      thread.ended.then(() => end(), end);
    });

    function take({ picture, watchP, isLearned }: Judged) {
      if (isLearned) void keepThreshold(home, layer?.layer ?? '', { calls: key, watchP }).catch((e) => log.error(e));
      if (isClosed || (asked?.key !== key && kept?.key !== key)) return; // younger calls were judged since
      const isBudgetSet = isLearned || former !== null;
      const before = kept?.key === key ? kept.judged?.picture : undefined;
      const shown = picture ?? before ?? null;
      kept = { key, judged: shown && { manifest, layer: layer?.layer ?? '', picture: shown, isBudgetSet } };
      onChange();
    }
  };
  const start = (now: { manifest: Manifest; key: string }) => {
    const first = judge(now);
    asked = { key: now.key, first };
    first.catch((error: unknown) => {
      if (asked?.key === now.key) asked = null; // whoever reads next tries again
      if (kept !== null && !isClosed) log.error(error, 'the new calls could not be judged for the walls');
    });
    return first;
  };
  const judgeAgain = async () => {
    const now = await present();
    if (now !== null && !isClosed) await start(now).catch(() => undefined); // told above
  };
  return {
    /** Null where no call was taken in yet. While new calls are judged, those before them. */
    current: async (): Promise<JudgedCalls | null> => {
      const now = await present();
      if (now === null) return null;
      if (kept?.key === now.key) return kept.judged;
      const first = asked?.key === now.key ? asked.first : start(now);
      if (kept === null) await first;
      return kept?.judged ?? null;
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}

/** The groups, which are what a commander is asked about; else the first layer there is. */
const judgedLayer = ({ areas }: Manifest) => areas.find(({ kind }) => kind === 'group') ?? areas[0] ?? null;

async function groundOf(home: string, manifest: Manifest, layer: Manifest['areas'][number] | null) {
  const { sources } = await readStoreIndex(home);
  return {
    paths: sources.flatMap(({ files }) => files.map(({ file }) => join(home, 'calls', file))),
    layerPath: layer && join(home, 'areas', `${layer.version}.geojson`),
    cutoffLocal: manifest.cutoffLocal,
    reportingLagDays: manifest.reportingLagDays,
  };
}
