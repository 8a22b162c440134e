import { createRoute, z } from '@hono/zod-openapi';
import { Bulletin, ChangedPattern, NewPattern, Pattern, PatternLine } from '#data/schema/records/pattern.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { changePattern, createPattern, listPatterns, readPattern } from '#server/store/patterns.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** Patterns: calls that an analyst holds together, and why others were left out (1902.2 A.9). */
export function patternRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getPatterns, async (c) => {
      const { status } = c.req.valid('query');
      return c.json(await records.as(actingOf(c), (tx) => listPatterns(tx, status)), 200);
    })
    .openapi(postPattern, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => createPattern(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(getPattern, async (c) => {
      const { patternId } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => readPattern(tx, patternId)), 200);
    })
    .openapi(putPattern, async (c) => {
      const acting = actingOf(c);
      const { patternId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => changePattern(tx, acting, patternId, c.req.valid('json'))), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const ofPattern = z.object({ patternId: z.string() });

const getPatterns = createRoute({
  method: 'get',
  path: '/api/records/patterns',
  summary: 'Patterns, the newest first; at most 500',
  ...guarded('pattern.read'),
  request: { query: z.object({ status: z.enum(['open', 'closed', 'all']).default('all') }) },
  responses: { 200: { description: 'Patterns without their calls', ...json(z.array(PatternLine)) } },
});

const postPattern = createRoute({
  method: 'post',
  path: '/api/records/patterns',
  summary: 'Make a pattern of calls; each one that is left out with why',
  ...guarded('pattern.write'),
  request: { body: body(NewPattern) },
  responses: { 201: { description: 'Kept', ...json(Pattern) }, 422: refused('A field is not as it should be') },
});

const getPattern = createRoute({
  method: 'get',
  path: '/api/records/patterns/{patternId}',
  summary: 'A pattern, and the bulletins that were sent of it',
  ...guarded('pattern.read'),
  request: { params: ofPattern },
  responses: {
    200: {
      description: 'As it is now',
      ...json(z.object({ pattern: Pattern, bulletins: z.array(Bulletin) })),
    },
    404: refused('No such pattern'),
  },
});

const putPattern = createRoute({
  method: 'put',
  path: '/api/records/patterns/{patternId}',
  summary: 'Change a pattern, close it with how it ended, or open it again',
  ...guarded('pattern.write'),
  request: { params: ofPattern, body: body(ChangedPattern) },
  responses: {
    200: { description: 'As it is now', ...json(Pattern) },
    404: refused('No such pattern'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be'),
  },
});
