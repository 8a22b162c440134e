import { createRoute, z } from '@hono/zod-openapi';
import { findDuties } from '#analysis/duty/find-duties.ts';
import { reviewDueOn } from '#analysis/duty/policy-duties.ts';
import { PolicyChoices } from '#data/policy/choices.ts';
import { profileOf } from '#data/policy/profiles.ts';
import { DutyBoard, DutyList } from '#data/schema/records/duty.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { readDutyRows, readScene } from '#server/store/duties.ts';
import { readDutyBoard } from '#server/store/duty-board.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** What is due, from whom, under which clause. */
export function dutyRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getDuties, async (c) => {
      const acting = actingOf(c);
      const { person, scope } = c.req.valid('query');
      const owed = scope === 'command' ? null : (person ?? acting.actor.personId);
      const list = await records.as(acting, async (tx): Promise<DutyList> => {
        const scene = await readScene(tx, acting);
        const duties = findDuties(scene, await readDutyRows(tx, scene.today));
        const { profiles, reviewedOn } = scene.choices;
        return {
          today: scene.today,
          duties: owed === null ? duties : duties.filter(({ owes }) => owes.includes(owed)),
          people: [...scene.people],
          policies: profiles.flatMap((profileId) => {
            const profile = profileOf(profileId);
            if (profile === undefined) return [];
            const { title, department } = profile;
            return [{ profileId, title, department, reviewDueOn: reviewDueOn(profileId, reviewedOn) }];
          }),
        };
      });
      return c.json(list, 200);
    })
    .openapi(getBoard, async (c) => {
      const acting = actingOf(c);
      const { clock } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => readDutyBoard(tx, acting, clock)), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });

const getDuties = createRoute({
  method: 'get',
  path: '/api/records/duties',
  summary: 'Duties of a person (oneself by default), or of everybody for command',
  ...guarded('duty.read'),
  request: {
    query: z.object({ person: z.string().optional(), scope: z.enum(['person', 'command']).default('person') }),
  },
  responses: { 200: { description: 'Late first, then by day', ...json(DutyList) } },
});

const getBoard = createRoute({
  method: 'get',
  path: '/api/records/duties/board',
  summary: 'Every group and where it stands in its quarter (1902.2 C)',
  ...guarded('duty.read'),
  request: { query: z.object({ clock: PolicyChoices.shape.quarterClock.optional() }) },
  responses: { 200: { description: 'The quarter board', ...json(DutyBoard) } },
});
