import { lastFullWeek } from '#analysis/shared/days.ts';
import type { Step } from '#analysis/shared/steps.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import type { Api } from '#web/api.ts';
import { fillSql } from '#web/tables/fill-sql.ts';
import { openTables } from '#web/tables/open-tables.ts';
import type { OpenSqlEngine } from '#web/tables/sql-engine.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import type { AnswerTo, Method, Opened, Progress, Question, SqlResult } from './door.ts';
import { countKept } from './kept-calls.ts';
import { createLoaded, type Loaded } from './loaded.ts';
import { answer } from './methods.ts';
import { createSqlDesk, type SqlDesk } from './sql-desk.ts';
import { isInSteps, type Run, stepThrough } from './step-through.ts';
import { SIGNED_OUT, toTrouble } from './to-trouble.ts';

/** The worker's side of the door: it holds the tables of one session and decides nothing. */
export type Compute = {
  open(onProgress: (progress: Progress) => void, manifest?: string): Promise<Opened>;
  ask<M extends Method>(question: Question<M>, onStep?: (step: Step) => void, slot?: string): Promise<AnswerTo<M>>;
  /** Ends the long work of a slot, if any is going on. */
  stop(slot: string): Promise<void>;
  sql(text: string, atMost: number): Promise<SqlResult>;
  cancelSql(): Promise<void>;
  recordsOf(filter: Filter): Promise<RecordCounts>;
  close(): Promise<void>;
};

type Session = { loaded: Promise<Loaded>; desk: SqlDesk };

export function createCompute(api: Api, openEngine: OpenSqlEngine): Compute {
  let session: Session | null = null;
  let isClosed = false;
  const running = new Map<string, Run>(); // by slot

  function begin(onProgress: (progress: Progress) => void, manifest?: string): Session {
    const loaded = load(api, onProgress, manifest);
    const desk = createSqlDesk(async () => openFilled(openEngine, await loaded));
    return { loaded, desk };
  }

  function current(): Session {
    if (session) return session;
    if (isClosed) throw SIGNED_OUT;
    throw new TableFailed('broken', 'A question came before the tables were opened.');
  }

  /** Waits for the tables of the session that is on now, and hears of its end. */
  async function opened(): Promise<Loaded> {
    const mine = current();
    const loaded = await mine.loaded;
    if (session !== mine) throw SIGNED_OUT;
    return loaded;
  }

  return atEdge({
    async open(onProgress, manifest) {
      session = begin(onProgress, manifest);
      return toOpened(await opened());
    },
    async ask(question, onStep = () => {}, slot = '') {
      const work = answer(await opened(), question);
      if (!isInSteps(work)) return work;
      const run = { isStopped: false };
      running.set(slot, run);
      return stepThrough(work, run, onStep);
    },
    async stop(slot) {
      const run = running.get(slot);
      if (run) run.isStopped = true;
    },
    sql: (text, atMost) => current().desk.ask(text, atMost),
    cancelSql: async () => session?.desk.cancel(),
    recordsOf: async (filter) => countKept(await opened(), filter),
    async close() {
      const last = session;
      session = null;
      isClosed = true;
      for (const run of running.values()) run.isStopped = true;
      await last?.desk.close();
    },
  });
}

async function load(api: Api, onProgress: (progress: Progress) => void, manifest?: string): Promise<Loaded> {
  const loaded = createLoaded(await openTables(api, onProgress, manifest));
  const [layer] = Object.keys(loaded.layers).toSorted((a, b) => Number(b === FIRST_LAYER) - Number(a === FIRST_LAYER));
  onProgress({ stage: 'joining', done: 0, total: 1 });
  if (layer !== undefined) loaded.placesOf(layer);
  onProgress({ stage: 'joining', done: 1, total: 1 });
  onProgress({ stage: 'ready' });
  return loaded;
}

const FIRST_LAYER = 'groups'; // joined at once; the others at their first use

async function openFilled(openEngine: OpenSqlEngine, loaded: Loaded) {
  const engine = await openEngine();
  const places = Object.fromEntries(Object.keys(loaded.layers).map((layer) => [layer, loaded.placesOf(layer)]));
  await fillSql(engine.connection, { ...loaded, places });
  return engine;
}

function toOpened({ calls, ...loaded }: Loaded): Opened {
  const { manifest, isFormer, layers, concerns, firstDay, lastDay, months, unreadable } = loaded;
  const counts = new Uint32Array(calls.types.length);
  for (const type of calls.columns.type) counts[type] = (counts[type] ?? 0) + 1;
  const types = calls.types.map((code, at) => ({
    code,
    category: calls.categories[calls.categoryOfType[at] ?? 0] ?? '',
    count: counts[at] ?? 0,
  }));
  return {
    ...{ manifest, isFormer, layers, concerns, firstDay, lastDay, months, unreadable },
    lastFullWeek: lastFullWeek(manifest.cutoffLocal, manifest.reportingLagDays),
    types: types.sort((a, b) => b.count - a.count),
  };
}

/** Failures leave the worker as plain `Trouble`: classes do not survive a message. */
function atEdge(compute: Compute): Compute {
  const guarded = <T>(work: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve) => resolve(work())).catch((failure: unknown) => {
      throw toTrouble(failure);
    });
  return {
    open: (onProgress, manifest) => guarded(() => compute.open(onProgress, manifest)),
    ask: (question, onStep, slot) => guarded(() => compute.ask(question, onStep, slot)),
    stop: (slot) => guarded(() => compute.stop(slot)),
    sql: (text, atMost) => guarded(() => compute.sql(text, atMost)),
    cancelSql: () => guarded(() => compute.cancelSql()),
    recordsOf: (filter) => guarded(() => compute.recordsOf(filter)),
    close: () => guarded(() => compute.close()),
  };
}
