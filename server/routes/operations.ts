import { createRoute, z } from '@hono/zod-openapi';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import type { Metrics } from './observe.ts';

const getHealth = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Whether the server answers',
  security: [],
  responses: {
    200: { description: 'It does', content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } } },
  },
});

const getMetrics = createRoute({
  method: 'get',
  path: '/metrics',
  ...guarded('operations.read'),
  summary: 'Counts and times for Prometheus',
  responses: { 200: { description: 'Metrics', content: { 'text/plain': { schema: z.string() } } } },
});

export function operationRoutes({ registry }: Metrics) {
  return newRoutes()
    .openapi(getHealth, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(getMetrics, async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }));
}
