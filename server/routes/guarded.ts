import type { Context, MiddlewareHandler } from 'hono';
import { may, type Permission } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { problem } from './problem.ts';

/** Set by the session before any route runs; absent where nobody is signed in. */
export type Signed = { Variables: { acting?: Acting } };

/**
 * What a route asks of who calls it, spread into its `createRoute`: 401 without a sign-in, 403 where
 * the role may not. Other middleware of the route follows.
 */
export const guarded = <const Rest extends MiddlewareHandler[]>(permission: Permission, ...rest: Rest) => ({
  middleware: [allow(permission), ...rest] as [MiddlewareHandler<Signed>, ...Rest],
  'x-permission': permission,
});

const allow =
  (permission: Permission): MiddlewareHandler<Signed> =>
  async (c, next) => {
    const acting = c.get('acting');
    if (acting === undefined) return problem(c, 401, { detail: 'Sign in first.' });
    if (!may(acting.actor.role, permission)) {
      return problem(c, 403, { detail: `Your role (${acting.actor.role}) may not do this (${permission}).` });
    }
    return next();
  };

/** Who acts, inside a guarded route. */
export function actingOf(c: Context<Signed>): Acting {
  const acting = c.get('acting');
  if (acting === undefined) throw new Error(`${c.req.path} is not guarded`);
  return acting;
}
