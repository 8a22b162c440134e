import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRoute, z } from '@hono/zod-openapi';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { REVALIDATE } from './send-resource.ts';

const getMethod = createRoute({
  method: 'get',
  path: '/api/methods/{method}',
  ...guarded('session.own'),
  summary: 'How a method works it out: the page of its room',
  request: { params: z.object({ method: z.string().regex(/^[a-z][a-z-]{0,40}$/) }) },
  responses: {
    200: { description: 'The page', content: { 'text/markdown': { schema: z.string() } } },
    404: refused('No such method'),
    422: refused('Not the name of a method'),
  },
});

const analysis = fileURLToPath(new URL('../../analysis/', import.meta.url));

export function methodRoutes() {
  return newRoutes().openapi(getMethod, async (c) => {
    const { method } = c.req.valid('param');
    const page = await readFile(`${analysis}${method}/README.md`, 'utf8').catch(() => null);
    if (page === null) throw notFound(`Method ${method}`);
    return c.body(page, 200, { 'Content-Type': 'text/markdown; charset=utf-8', 'Cache-Control': REVALIDATE });
  });
}
