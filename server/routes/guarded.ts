import type { Context, MiddlewareHandler } from 'hono';
import { may, type Permission } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Found } from '#server/auth/accounts.ts';
import type { KeptSession } from '#server/store/sessions.ts';
import { problem } from './problem.ts';

/** Set by the session before any route runs; `acting` is absent where nobody is signed in, or is locked. */
export type Signed = { Variables: { acting?: Acting; found?: Found } };

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
    if (acting === undefined) return askToSignIn(c);
    if (!may(acting.actor.role, permission)) {
      return problem(c, 403, { detail: `Your role (${acting.actor.role}) may not do this (${permission}).` });
    }
    return next();
  };

/** For what a locked session may still do: unlock, and end. Spread like `guarded`. */
export const ownSession = {
  middleware: (async (c, next) => {
    const found = c.get('found');
    if (found === undefined || found.is === 'nobody') return askToSignIn(c);
    return next();
  }) satisfies MiddlewareHandler<Signed>,
  'x-permission': 'session.own',
  'x-while-locked': true,
};

function askToSignIn(c: Context<Signed>) {
  if (c.get('found')?.is !== 'locked') return problem(c, 401, { detail: 'Sign in first.' });
  return problem(c, 401, { type: 'locked', detail: 'Locked. Unlock to go on where you were.' });
}

/** The session inside a guarded route. */
export function sessionOf(c: Context<Signed>): KeptSession {
  const found = c.get('found');
  if (found === undefined || found.is === 'nobody') throw new Error(`${c.req.path} is not guarded`);
  return found.session;
}

/** Who acts, inside a guarded route. */
export function actingOf(c: Context<Signed>): Acting {
  const acting = c.get('acting');
  if (acting === undefined) throw new Error(`${c.req.path} is not guarded`);
  return acting;
}
