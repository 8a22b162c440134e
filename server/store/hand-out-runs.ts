import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { HandOutRun } from '#data/schema/records/hand-out.ts';
import { type Acting, actorOf } from '#data/schema/records/person.ts';
import { RecordMissing } from '#server/errors.ts';
import { nextReference } from './kept.ts';
import { systemActing, type Tx } from './record-store.ts';
import { group } from './tables/groups.ts';
import { handOutRun, handOutRunPage } from './tables/hand-outs.ts';
import { person } from './tables/people.ts';

export type RunOrder = Pick<HandOutRun, 'from' | 'to' | 'languages' | 'paper'>;
export type RunPage = HandOutRun['pages'][number];
const MOST_RUNS = 20;

/** Notes down a page to be made for each active group. A neighborhood without one has nobody to hand it to. */
export async function startRun(tx: Tx, { actor, nowLocal }: Acting, order: RunOrder): Promise<HandOutRun> {
  const runId = await nextReference(tx, 'HR');
  await tx.insert(handOutRun).values({ runId, ...order, startedAt: nowLocal, startedBy: actor.personId });
  const groups = await tx
    .select({ groupId: group.groupId })
    .from(group)
    .where(and(eq(group.status, 'active'), ne(group.kind, 'neighborhood')));
  if (groups.length > 0) await tx.insert(handOutRunPage).values(groups.map(({ groupId }) => ({ runId, groupId })));
  return readRun(tx, runId);
}

/** A run with its pages by the groups' names. */
export async function readRun(tx: Tx, runId: string): Promise<HandOutRun> {
  const [run] = await tx.select().from(handOutRun).where(eq(handOutRun.runId, runId));
  if (run === undefined) throw new RecordMissing(`The run ${runId}`);
  const { groupId, state, handOutId, why } = handOutRunPage;
  const pages = await tx
    .select({ groupId, groupName: group.name, state, handOutId, why })
    .from(handOutRunPage)
    .innerJoin(group, eq(group.groupId, groupId))
    .where(eq(handOutRunPage.runId, runId))
    .orderBy(asc(group.name));
  return { ...run, pages };
}

/** The latest runs, the newest first. */
export async function listRuns(tx: Tx): Promise<HandOutRun[]> {
  const runs = await tx
    .select({ runId: handOutRun.runId })
    .from(handOutRun)
    .orderBy(desc(handOutRun.startedAt), desc(handOutRun.runId))
    .limit(MOST_RUNS);
  const read: HandOutRun[] = [];
  for (const { runId } of runs) read.push(await readRun(tx, runId));
  return read;
}

/** Runs that a page waits in, the oldest first. */
export async function unfinishedRuns(tx: Tx): Promise<string[]> {
  const runs = await tx
    .selectDistinct({ runId: handOutRunPage.runId })
    .from(handOutRunPage)
    .where(eq(handOutRunPage.state, 'waiting'))
    .orderBy(asc(handOutRunPage.runId));
  return runs.map(({ runId }) => runId);
}

/** The next page that waits, held against every other worker until the transaction ends; null where none is left. */
export async function takePage(tx: Tx, runId: string): Promise<string | null> {
  const [page] = await tx
    .select({ groupId: handOutRunPage.groupId })
    .from(handOutRunPage)
    .where(and(eq(handOutRunPage.runId, runId), eq(handOutRunPage.state, 'waiting')))
    .orderBy(asc(handOutRunPage.groupId))
    .limit(1)
    .for('update', { skipLocked: true });
  return page?.groupId ?? null;
}

export async function settlePage(
  tx: Tx,
  runId: string,
  groupId: string,
  done: Pick<RunPage, 'state' | 'handOutId' | 'why'>,
): Promise<void> {
  await tx
    .update(handOutRunPage)
    .set(done)
    .where(and(eq(handOutRunPage.runId, runId), eq(handOutRunPage.groupId, groupId)));
}

/** Pages that could not be made wait again: what stood in their way may have been mended. */
export async function resumeRun(tx: Tx, runId: string): Promise<HandOutRun> {
  await tx
    .update(handOutRunPage)
    .set({ state: 'waiting', why: '' })
    .where(and(eq(handOutRunPage.runId, runId), eq(handOutRunPage.state, 'not-made')));
  return readRun(tx, runId);
}

/** Who pressed the button, also after the server was started again: the pages are released in their name. */
export async function starterOf(tx: Tx, { startedBy }: HandOutRun, nowLocal: string): Promise<Acting> {
  const system = systemActing(nowLocal);
  if (startedBy === system.actor.personId) return system;
  const [found] = await tx.select().from(person).where(eq(person.personId, startedBy));
  if (found === undefined) throw new RecordMissing(`The person ${startedBy}`);
  return { actor: actorOf(found), nowLocal };
}
