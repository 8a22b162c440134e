import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = { registry: Registry; requests: Counter; seconds: Histogram };

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['method', 'route', 'status'] as const;
  return {
    registry,
    requests: new Counter({ name: 'http_requests_total', help: 'Answers', labelNames, registers: [registry] }),
    seconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time until the answer began',
      labelNames: ['route'],
      registers: [registry],
    }),
  };
}

/** Counts and logs every answer by its route; the query is left out, for it says which places were looked at. */
export function observe(metrics: Metrics, log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const milliseconds = performance.now() - start;
    const route = routePath(c, -1);
    const { status } = c.res;
    metrics.requests.inc({ method: c.req.method, route, status });
    metrics.seconds.observe({ route }, milliseconds / 1000);
    log.info({ method: c.req.method, path: c.req.path, status, milliseconds: Math.round(milliseconds) }, 'answered');
  };
}
