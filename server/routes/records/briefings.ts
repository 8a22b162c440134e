import { createRoute, z } from '@hono/zod-openapi';
import { Briefing } from '#data/schema/records/briefing.ts';
import { LocalDate } from '#data/schema/records/common.ts';
import { briefGroup } from '#server/brief/brief-group.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** Calls for service and crime activity, as a group may be told of them (1902.2 B.1). */
export const briefingRoutes = (records: RecordStore, home: string) =>
  newRoutes().openapi(getBriefing, async (c) => {
    const { groupId } = c.req.valid('param');
    return c.json(await briefGroup(home, records, actingOf(c), groupId, c.req.valid('query')), 200);
  });

const getBriefing = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/briefing',
  summary: 'Calls inside the boundary by kind, small counts withheld; since the last meeting where no days are given',
  ...guarded('briefing.read'),
  request: {
    params: z.object({ groupId: z.string().max(120) }),
    query: z.object({ from: LocalDate.optional(), to: LocalDate.optional() }),
  },
  responses: {
    200: { description: 'Totals', content: { 'application/json': { schema: Briefing } } },
    404: refused('No such group, or no calls yet'),
    422: refused('Days without calls, or no boundary on the last of them'),
  },
});
