import { OpenAPIHono } from '@hono/zod-openapi';
import type { Signed } from './guarded.ts';
import { problem } from './problem.ts';

/** An empty set of routes that answers refused input as a problem, naming each field. */
export const newRoutes = () =>
  new OpenAPIHono<Signed>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return problem(c, 422, { detail: 'The request does not say what this address expects.', errors });
    },
  });
