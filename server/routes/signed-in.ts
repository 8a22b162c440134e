import type { MiddlewareHandler } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { actorOf } from '#data/schema/records/person.ts';
import type { Accounts, Found } from '#server/auth/accounts.ts';
import { findByToken } from '#server/auth/find-session.ts';
import { tellAudit } from '#server/auth/tell-audit.ts';
import type { Signed } from './guarded.ts';

/** Sent by what the page does on its own, so that it keeps no session awake. */
export const BACKGROUND_HEADER = 'X-Commonbeat-Background';

/** Says on every request whose it is, from the cookie alone. What differs by reader is never shared between them. */
export function signedIn(accounts: Accounts): MiddlewareHandler<Signed> {
  return async (c, next) => {
    c.header('Vary', 'Cookie');
    const token = await getSignedCookie(c, accounts.secret, accounts.cookieName);
    const found: Found = token
      ? await findByToken(accounts, token, c.req.header(BACKGROUND_HEADER) ? 'page' : 'person')
      : { is: 'nobody' };
    c.set('found', found);
    if (found.is === 'in') {
      c.set('acting', { actor: actorOf(found.session.person), nowLocal: accounts.nowLocal() });
    }
    await next();
    if (found.is === 'in' && c.res.status === 403) {
      const words = `${c.req.method} ${c.req.path}`.slice(0, 200);
      await tellAudit(accounts, found.session.person, { action: 'access-refused', recordId: '', words });
    }
  };
}
