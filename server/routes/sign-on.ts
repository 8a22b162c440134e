import { createRoute, z } from '@hono/zod-openapi';
import type { Accounts } from '#server/auth/accounts.ts';
import { findByToken } from '#server/auth/find-session.ts';
import { tellAudit } from '#server/auth/tell-audit.ts';
import { sendCookies } from './closed-until.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';

const FAILED = '/?error=sign-on';

const begin = createRoute({
  method: 'get',
  path: '/api/sign-on',
  summary: 'Sends the browser to the department’s own sign-on',
  security: [],
  responses: { 302: { description: 'There' }, 404: refused('This department has set up none') },
});

const comeBack = createRoute({
  method: 'get',
  path: '/api/sign-on/callback/{provider}',
  summary: 'Where the department’s sign-on sends the browser back to',
  security: [],
  request: { params: z.object({ provider: z.string().max(40) }) },
  responses: { 302: { description: 'Signed in, or told that it was refused' }, 404: refused('None is set up') },
});

export function signOnRoutes(accounts: Accounts) {
  const { better, signOn } = accounts;
  return newRoutes()
    .openapi(begin, async (c) => {
      if (signOn === null) throw notFound('A sign-on');
      const body = { provider: signOn.providerId, callbackURL: '/', errorCallbackURL: '/', disableRedirect: true };
      const response = await better.api.signInSocial({ body, headers: c.req.raw.headers, asResponse: true });
      const { url } = z.object({ url: z.string() }).parse(await response.json());
      sendCookies(c, response.headers.getSetCookie());
      return c.redirect(url, 302);
    })
    .openapi(comeBack, async (c) => {
      if (signOn === null) throw notFound('A sign-on');
      const response = await better.handler(c.req.raw).catch(() => null);
      const token = tokenOf(accounts.cookieName, response?.headers.getSetCookie() ?? []);
      const found = token === null ? null : await findByToken(accounts, token, 'person');
      if (response === null || found?.is !== 'in') {
        await tellAudit(accounts, null, {
          action: 'sign-in-refused',
          recordId: '',
          words: 'by the department’s sign-on',
        });
        return c.redirect(FAILED, 302);
      }
      const { person } = found.session;
      await tellAudit(accounts, person, {
        action: 'sign-in',
        recordId: person.personId,
        words: 'by the department’s sign-on',
      });
      sendCookies(c, response.headers.getSetCookie());
      return c.redirect('/', 302);
    });
}

/** The token inside a signed cookie that is about to be set: what stands before the last point. */
function tokenOf(cookieName: string, cookies: readonly string[]): string | null {
  const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  const value = own?.slice(cookieName.length + 1).split(';', 1)[0];
  if (!value) return null;
  return decodeURIComponent(value).split('.').slice(0, -1).join('.') || null;
}
