import { createRoute, z } from '@hono/zod-openapi';
import { Concern } from '#data/schema/records/concern.ts';
import { Asked, Assigned, Conveyed, Merged } from '#data/schema/records/concern-filing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { notFound, problem, refused } from '#server/routes/problem.ts';
import { findConcern } from '#server/store/concerns.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';
import { askForPart, assign, convey, merge, mergeTarget } from '#server/store/triage.ts';

const act = <const Name extends string, Body extends z.ZodType>(name: Name, summary: string, body: Body) =>
  createRoute({
    method: 'post',
    path: `/api/records/concerns/{concernId}/${name}`,
    ...guarded('concern.triage'),
    summary,
    request: {
      params: z.object({ concernId: z.string().regex(/^C-\d{4,}$/) }),
      body: { required: true, content: { 'application/json': { schema: body } } },
    },
    responses: {
      200: { description: 'As it is now', content: { 'application/json': { schema: Concern } } },
      404: refused('No such concern'),
      409: refused('Somebody else changed it meanwhile'),
      422: refused('Not accepted'),
    },
  });

const assignIt = act('assign', 'Gives it an owner; a new one is open from then on', Assigned);
const mergeIt = act('merge', 'Closes it as the same as another, which keeps its words and its people', Merged);
const conveyIt = act('convey', 'Conveys it to a unit (P3103 V.B.2.e)', Conveyed);
const askIt = act('ask', 'Asks whoever filed it for a missing part (P3103 V.B.4)', Asked);

/** The coordinator's acts on inbound concerns (journey K1). */
export function triageRoutes(store: RecordStore) {
  const within = (acting: Acting, concernId: string, work: (tx: Tx, current: Concern) => Promise<Concern | Response>) =>
    store.as(acting, async (tx) => {
      const current = await findConcern(tx, concernId);
      if (current === null) throw notFound(`Concern ${concernId}`);
      return work(tx, current);
    });
  return newRoutes()
    .openapi(assignIt, async (c) => {
      const asked = c.req.valid('json');
      const refusal = () =>
        problem(c, 422, {
          detail: `${asked.ownerId} cannot own a concern.`,
          errors: [{ path: 'ownerId', message: 'Choose a member whose role works on concerns.' }],
        });
      const made = await within(
        actingOf(c),
        c.req.valid('param').concernId,
        async (tx, current) => (await assign(tx, actingOf(c), current, asked)) ?? refusal(),
      );
      return made instanceof Response ? (made as never) : c.json(made, 200);
    })
    .openapi(mergeIt, async (c) => {
      const asked = c.req.valid('json');
      const made = await within(actingOf(c), c.req.valid('param').concernId, async (tx, current) => {
        const into = await mergeTarget(tx, current, asked);
        if (into !== null && current.duplicateOf === null) return merge(tx, actingOf(c), current, into, asked);
        const message = into === null ? 'Name another concern that is here.' : `It is ${current.duplicateOf} already.`;
        return problem(c, 422, { detail: message, errors: [{ path: 'into', message }] });
      });
      return made instanceof Response ? (made as never) : c.json(made, 200);
    })
    .openapi(conveyIt, async (c) => {
      const asked = c.req.valid('json');
      const work = (tx: Tx, current: Concern) => convey(tx, actingOf(c), current, asked);
      return c.json((await within(actingOf(c), c.req.valid('param').concernId, work)) as Concern, 200); // never refuses
    })
    .openapi(askIt, async (c) => {
      const asked = c.req.valid('json');
      const work = (tx: Tx, current: Concern) => askForPart(tx, actingOf(c), current, asked);
      return c.json((await within(actingOf(c), c.req.valid('param').concernId, work)) as Concern, 200); // never refuses
    });
}
