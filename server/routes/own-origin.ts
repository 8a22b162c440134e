import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);
const PROVES_ITSELF = /^\/stop\/[^/]+$/; // its address holds a secret; no cookie counts there, and mail programs press its button from elsewhere

/** Whether an address is this machine's own. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/**
 * Refuses requests that were addressed to another name than ours: a foreign page can point its own name
 * at us (DNS rebinding) and would then read us as its own origin. And refuses changes that another
 * page sent: the cookie alone proves nothing about who wrote the request.
 */
export function ownOrigin(publicUrl: string | null): MiddlewareHandler {
  const known = publicUrl === null ? null : new URL(publicUrl);
  return async (c, next) => {
    const { hostname, host } = new URL(c.req.url);
    if (!isLoopback(hostname) && hostname !== known?.hostname) {
      return problem(c, 421, { detail: 'This server answers to its own name only.' });
    }
    const origin = c.req.header('Origin');
    const isOurs = origin === undefined || origin === known?.origin || hostOf(origin) === host;
    const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
    if (PROVES_ITSELF.test(c.req.path)) return next();
    if (HARMLESS.has(c.req.method) || (isOurs && (site === 'same-origin' || site === 'none'))) return next();
    return problem(c, 403, { detail: 'A change is taken from our own pages only.' });
  };
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
