import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { HandOutRun } from '#data/schema/records/hand-out.ts';
import { openPapers } from '#server/hand-out/public/open-papers.ts';
import { openRunDesk, type RunDesk } from '#server/hand-out/run/run-desk.ts';
import { workRun } from '#server/hand-out/run/work-run.ts';
import { handOutRunRoutes } from '#server/routes/records/hand-out-runs.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { handOut } from '#server/store/tables/hand-outs.ts';
import { person } from '#server/store/tables/people.ts';
import { actingAs, deskOf, NOW } from '#test/fixture/record-desk.ts';
import { openDeskTown } from '#test/server/hand-out/desk/desk-town.ts';

let town: Awaited<ReturnType<typeof openDeskTown>>;
let place: Parameters<typeof openRunDesk>[0];
const coordinator = actingAs('coordinator');
const ORDER = { from: '2026-11-16', to: '2026-12-13', languages: ['es'], paper: 'a4' };

beforeAll(async () => {
  town = await openDeskTown();
  const { store, home } = town;
  const { actor } = coordinator;
  const kept = born(systemActing(NOW));
  await store.as(systemActing(NOW), async (tx) => {
    await tx
      .insert(person)
      .values({
        ...{ personId: actor.personId, name: 'Corbin', title: 'Coordinator', role: 'coordinator' as const },
        ...{ email: 'corbin@example.org', unit: null, district: null, isActive: true, ...kept },
      })
      .onConflictDoNothing();
  });
  place = { home, records: store, nowLocal: () => NOW, papers: openPapers(home, store, () => NOW) };
});

/** The routes over a desk that only notes what is asked of it, so that a test decides when the work is done. */
function deskThatWaits() {
  const begun: string[] = [];
  const desk: RunDesk = { ...openRunDesk(place), begin: (runId) => void begun.push(runId) };
  return { begun, ask: deskOf(handOutRunRoutes(town.store, desk)) };
}

const released = () =>
  town.store.as(systemActing(NOW), (tx) => tx.select({ handOutId: handOut.handOutId }).from(handOut));

test('a page of every group is made or said why not, and what was cut off goes on without making any twice', async () => {
  const { ask, begun } = deskThatWaits();
  const { status, json } = await ask(coordinator, 'POST', '/api/records/hand-out-runs', ORDER);
  expect(status).toBe(201);
  const { runId, pages }: HandOutRun = json;
  expect(begun).toEqual([runId]);
  expect(new Set(pages.map(({ state }) => state))).toEqual(new Set(['waiting']));

  const stopped = new Error('the server was stopped');
  const stopAtOnce = () => {
    throw stopped;
  };
  await expect(workRun(place, runId, stopAtOnce)).rejects.toBe(stopped); // after the page was released, before it was settled
  const cutOff = await released();
  await openRunDesk(place).goOn();

  const { json: done }: { json: HandOutRun } = await ask(coordinator, 'GET', `/api/records/hand-out-runs/${runId}`);
  const eastbank = done.pages.find(({ groupId }) => groupId === 'eastbank');
  expect(eastbank).toMatchObject({ state: 'made', handOutId: expect.stringMatching(/^HO-/) });
  expect(done.pages.find(({ groupId }) => groupId === 'groundless')).toMatchObject({
    ...{ state: 'not-made', handOutId: null },
    why: expect.stringMatching(/had no boundary on 2026-12-13: draw one/),
  });
  const after = await released();
  expect(after).toHaveLength(1);
  expect(after).toEqual(expect.arrayContaining(cutOff));

  const again = await ask(coordinator, 'POST', `/api/records/hand-out-runs/${runId}/resume`);
  expect(again.json.pages.find(({ groupId }: { groupId: string }) => groupId === 'groundless').state).toBe('waiting');
  expect(await openRunDesk(place).goOn()).toBe(`Gone on with ${runId}`);
  expect(await openRunDesk(place).goOn()).toBe('No run waits');
  expect(await released()).toEqual(after);
});

test('the pages of a run come in one file, by group and language', async () => {
  const { ask } = deskThatWaits();
  const [run] = (await ask(coordinator, 'GET', '/api/records/hand-out-runs')).json as HandOutRun[];
  if (run === undefined) throw new Error('no run');
  const files = unzipSync(await openRunDesk(place).pack(coordinator, run));
  expect(Object.keys(files)).toEqual(['eastbank.es.pdf']);
  expect(new TextDecoder().decode(files['eastbank.es.pdf']?.subarray(0, 5))).toBe('%PDF-');
});

test('a run is started by whom the table lets, over days in their order', async () => {
  const { ask, begun } = deskThatWaits();
  const post = (acting: typeof coordinator, order: object) => ask(acting, 'POST', '/api/records/hand-out-runs', order);
  expect((await post(actingAs('officer'), ORDER)).status).toBe(403);
  const turned = await post(coordinator, { ...ORDER, from: '2026-12-14' });
  expect([turned.status, turned.json.errors[0].path]).toEqual([422, 'to']);
  expect((await post(coordinator, { ...ORDER, languages: [] })).status).toBe(422);
  expect(begun).toEqual([]);
});
