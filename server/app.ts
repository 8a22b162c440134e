import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { type Logger, pino } from 'pino';
import { RELEASE_LEVEL_OF, type Role } from '#data/schema/release-level.ts';
import { areaRoutes } from './routes/areas.ts';
import { basemapRoutes } from './routes/basemap.ts';
import { clientAnswer } from './routes/client.ts';
import { concernRoutes } from './routes/concerns.ts';
import { extractRoutes } from './routes/extracts.ts';
import { figureRoutes } from './routes/figures.ts';
import { loopbackOnly } from './routes/loopback.ts';
import { manifestRoutes } from './routes/manifests.ts';
import { methodRoutes } from './routes/methods.ts';
import { newRoutes } from './routes/new-routes.ts';
import { makeMetrics, observe } from './routes/observe.ts';
import { operationRoutes } from './routes/operations.ts';
import { answerError, problem } from './routes/problem.ts';
import { openReleases } from './routes/releases.ts';
import { securityHeaders } from './routes/security-headers.ts';
import type { ServerState } from './routes/server-state.ts';
import { sessionRoutes } from './routes/session.ts';

export type AppOptions = {
  readonly home: string; // the data home
  readonly role: Role; // who looks; the release level follows from it
  readonly nowLocal: () => string; // the city's clock
  readonly dist: string; // folder of the built client
  readonly demo?: boolean;
  readonly log?: Logger; // silent by default
};

const LARGEST_BODY = 64 * 1024;

/** The server for one role: routes open to whoever reaches the loopback address, until accounts exist. */
export function makeApp(options: AppOptions) {
  const { home, role, nowLocal, dist, demo = false, log = pino({ level: 'silent' }) } = options;
  const releaseLevel = RELEASE_LEVEL_OF[role];
  const state: ServerState = { home, role, releaseLevel, demo, nowLocal, releases: openReleases(home, releaseLevel) };
  const metrics = makeMetrics();
  const base = newRoutes();
  base.use(securityHeaders);
  base.use(observe(metrics, log));
  base.use(loopbackOnly);
  base.use(methodNotAllowed({ app: base, onMethodNotAllowed: refuseMethod }));
  base.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(c, 413, { detail: 'At most 64 KiB.' }) }));
  base.onError((error, c) => answerError(error, c, (cause) => log.error({ err: cause, path: c.req.path }, 'failed')));
  base.notFound(clientAnswer(dist));
  base.openAPIRegistry.registerComponent('securitySchemes', 'startRole', START_ROLE);

  return base
    .route('/', sessionRoutes(state))
    .route('/', manifestRoutes(state))
    .route('/', extractRoutes(state))
    .route('/', areaRoutes(state))
    .route('/', concernRoutes(state))
    .route('/', basemapRoutes(state))
    .route('/', figureRoutes(state))
    .route('/', methodRoutes())
    .route('/', operationRoutes(metrics))
    .openapi(getDocument, (c) => c.json(base.getOpenAPI31Document(ABOUT), 200));
}

/** For Hono's typed client: the browser imports this type and nothing else of the server. */
export type App = ReturnType<typeof makeApp>;

const START_ROLE = {
  type: 'http',
  scheme: 'loopback',
  description: 'Until accounts exist: the role given at start, for whoever reaches the loopback address.',
} as const;

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Commonbeat',
    version: '1',
    description: 'Extracts, boundaries and figures. Errors are RFC 9457 problems.',
  },
  security: [{ startRole: [] }],
};

const getDocument = createRoute({
  method: 'get',
  path: '/api/openapi.json',
  summary: 'This document',
  security: [],
  responses: {
    200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.unknown() } } },
  },
});

function refuseMethod(c: Parameters<typeof problem>[0], allowed: string[]) {
  c.header('Allow', allowed.join(', '));
  return problem(c, 405, { detail: `${c.req.path} takes ${allowed.join(', ')}.` });
}
