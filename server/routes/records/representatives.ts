import { createRoute, z } from '@hono/zod-openapi';
import { Seen } from '#data/schema/records/common.ts';
import { Representative, RepresentativeFields } from '#data/schema/records/group.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { addRepresentative, changeRepresentative, listRepresentatives } from '#server/store/representatives.ts';

/** Who speaks for a group; each change is told to the division commander (1902.3 B). */
export function representativeRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getRepresentatives, async (c) => {
      const { groupId } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => listRepresentatives(tx, groupId)), 200);
    })
    .openapi(postRepresentative, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      const fields = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => addRepresentative(tx, acting, groupId, fields)), 201);
    })
    .openapi(putRepresentative, async (c) => {
      const acting = actingOf(c);
      const { representativeId } = c.req.valid('param');
      const fields = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => changeRepresentative(tx, acting, representativeId, fields)), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });

const getRepresentatives = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/representatives',
  summary: 'Everybody who spoke or speaks for a group, with their days',
  ...guarded('representative.read'),
  request: { params: z.object({ groupId: z.string() }) },
  responses: { 200: { description: 'Representatives', ...json(z.array(Representative)) } },
});

const postRepresentative = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/representatives',
  summary: 'Add a representative',
  ...guarded('group.write'),
  request: { params: z.object({ groupId: z.string() }), body: body(RepresentativeFields) },
  responses: {
    201: { description: 'Added, and told', ...json(Representative) },
    404: refused('No such group'),
    422: refused('A field is not as it should be'),
  },
});

const putRepresentative = createRoute({
  method: 'put',
  path: '/api/records/representatives/{representativeId}',
  summary: 'Change a representative, or end them with a last day',
  ...guarded('group.write'),
  request: {
    params: z.object({ representativeId: z.string() }),
    body: body(RepresentativeFields.extend(Seen.shape)),
  },
  responses: {
    200: { description: 'As it is now; told', ...json(Representative) },
    404: refused('No such representative'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be'),
  },
});
