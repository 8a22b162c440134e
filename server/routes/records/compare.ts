import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate } from '#data/schema/records/common.ts';
import { Comparison } from '#data/schema/records/comparison.ts';
import { compareGroups } from '#server/brief/compare-groups.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** Two groups side by side, where that is fair (P3103 V.A.2). More than two are never put in an order. */
export const compareRoutes = (records: RecordStore, home: string) =>
  newRoutes().openapi(getComparison, async (c) => {
    const { groups, ...asked } = c.req.valid('query');
    const groupIds = groups.split(',').filter((each) => each !== '');
    return c.json(await compareGroups(home, records, actingOf(c), { ...asked, groupIds }), 200);
  });

const MOST_GROUPS = 24;

const getComparison = createRoute({
  method: 'get',
  path: '/api/records/comparison',
  summary: 'Rates of calls of two groups with their ratio, or why they are not compared; each against its own past',
  ...guarded('briefing.read'),
  request: {
    query: z.object({
      groups: z
        .string()
        .max(3000)
        .refine((said) => /[^,]/.test(said), 'Name a group.')
        .refine((said) => said.split(',').length <= MOST_GROUPS, `At most ${MOST_GROUPS} groups.`)
        .openapi({ description: 'Ids with commas, in the order to be told in' }),
      category: z.string().min(1).max(60),
      from: LocalDate.optional(),
      to: LocalDate.optional(),
    }),
  },
  responses: {
    200: { description: 'Compared or refused, in words', content: { 'application/json': { schema: Comparison } } },
    404: refused('No such group, or no calls yet'),
    422: refused('Days without calls, a kind that is never public, or no boundary on the last day'),
  },
});
