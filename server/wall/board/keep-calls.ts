import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Manifest } from '#data/schema/manifest.ts';
import { areasOf, reachOf } from '#server/extract/index-reach.ts';
import { readCurrent } from '#server/extract/manifest-files.ts';
import { remember } from '#server/routes/remember.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { CallPicture } from './call-picture.ts';
import type { CallGround } from './call-series.ts';
import type { CallsJob, Judged } from './judge-calls.ts';
import type { WatchP } from './judge-weeks.ts';
import { keepThreshold, keptThreshold } from './kept-threshold.ts';
import { openJudges } from './open-judges.ts';

/** The calls of one manifest, judged. */
export type JudgedCalls = {
  readonly manifest: Manifest; // of the public level
  readonly layer: string; // whose areas are judged; empty: there are no boundaries
  readonly picture: CallPicture;
  readonly isBudgetSet: boolean;
};

const ONLY_UNUSUAL: WatchP = 0; // until a threshold is known: nobody shall see a mark that then vanishes

type Keeping = { readonly log: Pick<Logger, 'error'>; readonly onChange: () => void };
type Now = { readonly manifest: Manifest; readonly key: string };
type Kept = { readonly key: string; readonly judged: JudgedCalls | null };

/**
 * What the calls of a home say, judged once for each manifest in a process of its own, which may begin before the manifest stands.
 * New calls are judged by the threshold that the ones before them had, at once; the past is judged again after that,
 * and the board then told anew.
 */
export function keepCalls(home: string, { log, onChange }: Keeping) {
  const manifests = (['public', 'restricted'] as const).map((level) =>
    remember(join(home, `manifest-${level}.json`), () => readCurrent(home, level)),
  );
  const judges = openJudges();
  let kept: Kept | null = null;
  let asked: { readonly key: string; readonly first: Promise<void> } | null = null;
  let judging: { readonly about: string; readonly judged: Promise<Judged | null> } | null = null; // the youngest
  let isAhead = false; // calls are being judged, or are judged, whose manifest is still to come
  let isLearning = false;
  let isClosed = false;

  const present = async () => {
    const [open, whole] = await Promise.all(manifests.map((read) => read()));
    return open && whole ? { manifest: open, key: `${open.manifest} ${whole.manifest}` } : null;
  };
  /** Calls that were judged ahead, before they had a manifest, are not judged twice. */
  const judgedBy = (job: CallsJob) => {
    const about = JSON.stringify(job);
    if (judging?.about === about) return judging.judged;
    const judged = judges.run(job);
    judging = { about, judged };
    judged.catch(() => {
      if (judging?.judged === judged) judging = null;
    });
    return judged;
  };
  const judge = async (now: Now) => {
    const { job, layer, former } = await jobOf(home, now.manifest);
    const judged = await judgedBy(job);
    if (judged === null) return;
    take(now, layer, judged, former === null ? 'not-set' : 'set');
    if (former?.calls !== now.key && !isLearning) void learn(now, layer, job);
  };
  const learn = async (now: Now, layer: string, job: CallsJob) => {
    isLearning = true;
    try {
      const learned = judges.run({ ...job, learns: true });
      judges.warm(); // another, so that younger calls do not wait for this one
      const judged = await learned;
      if (judged === null) return;
      await keepThreshold(home, layer, { calls: now.key, watchP: judged.watchP });
      take(now, layer, judged, 'set');
    } catch (error) {
      if (!isClosed) log.error(error, 'the threshold of the walls could not be learned');
    } finally {
      isLearning = false;
    }
    if (kept !== null && kept.key !== now.key)
      judgeAgain().catch((error: unknown) => log.error(error, 'the calls could not be read for the walls')); // others came while it learned
  };
  const take = ({ manifest, key }: Now, layer: string, { picture }: Judged, budget: 'set' | 'not-set') => {
    if (isClosed || (asked?.key !== key && kept?.key !== key)) return; // younger calls were judged since
    const before = kept?.key === key ? kept.judged?.picture : undefined;
    const shown = picture ?? before ?? null;
    isAhead = false;
    kept = { key, judged: shown && { manifest, layer, picture: shown, isBudgetSet: budget === 'set' } };
    onChange();
  };
  const start = (now: Now) => {
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
      else if (isAhead) await first.catch(() => undefined); // told above; it began long ago
      return kept?.judged ?? null;
    },
    /** Begins to judge what the store holds now, while its manifests are still being cut. */
    prepare: async (): Promise<void> => {
      isAhead = true;
      const index = await readStoreIndex(home);
      const { job } = await jobOf(home, { areas: areasOf(index), ...reachOf('public', index) });
      await judgedBy(job);
    },
    close: async () => {
      isClosed = true;
      await judges.close();
    },
  };
}

type Said = Pick<Manifest, 'areas' | 'cutoffLocal' | 'reportingLagDays'>;

/** What a judge is asked about the calls of the store, and the threshold that was known before. */
async function jobOf(home: string, said: Said) {
  const layer = judgedLayer(said);
  const former = await keptThreshold(home, layer?.layer ?? '');
  const job: CallsJob = {
    ground: await groundOf(home, said, layer),
    watchP: former === null ? ONLY_UNUSUAL : former.watchP,
    learns: false,
  };
  return { job, former, layer: layer?.layer ?? '' };
}

/** The groups, which are what a commander is asked about; else the first layer there is. */
const judgedLayer = ({ areas }: Said) => areas.find(({ kind }) => kind === 'group') ?? areas[0] ?? null;

async function groundOf(home: string, said: Said, layer: Manifest['areas'][number] | null): Promise<CallGround> {
  const { sources } = await readStoreIndex(home);
  return {
    paths: sources.flatMap(({ files }) => files.map(({ file }) => join(home, 'calls', file))),
    layerPath: layer && join(home, 'areas', `${layer.version}.geojson`),
    cutoffLocal: said.cutoffLocal,
    reportingLagDays: said.reportingLagDays,
  };
}
