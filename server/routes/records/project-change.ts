import { createRoute, z } from '@hono/zod-openapi';
import { ProjectChange } from '#data/schema/records/project-change.ts';
import { changeOfProject } from '#server/brief/project-change.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** What came of a problem-oriented project (1902.2 B.6, P3103 V.B.2.g). */
export const projectChangeRoutes = (records: RecordStore, home: string) =>
  newRoutes().openapi(getChange, async (c) =>
    c.json(await changeOfProject(home, records, actingOf(c), c.req.valid('param').entryId), 200),
  );

const getChange = createRoute({
  method: 'get',
  path: '/api/records/projects/{entryId}/change',
  summary:
    'Calls before and after the day the response began, against a comparison and next door; or why none are counted',
  ...guarded('briefing.read'),
  request: { params: z.object({ entryId: z.string().max(40) }) },
  responses: {
    200: {
      description: 'The answer in words, its counts and weeks',
      content: { 'application/json': { schema: ProjectChange } },
    },
    404: refused('No such project'),
  },
});
