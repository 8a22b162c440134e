import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address is this machine's own, the only one we listen on until accounts exist. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1';

/**
 * Refuses requests that were addressed to another name. A foreign page can point its own
 * name at 127.0.0.1 (DNS rebinding) and would then read us as its own origin.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  if (!isLoopback(new URL(c.req.url).hostname)) {
    return problem(c, 421, { detail: 'Until accounts exist this server answers to localhost only.' });
  }
  return next();
};
