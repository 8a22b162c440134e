import type { MiddlewareHandler } from 'hono';

const ALWAYS: [string, string][] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Permissions-Policy', 'camera=(), geolocation=(self), microphone=(), payment=(), usb=()'],
];

/** For answers that are data: a browser that opens one may load and run nothing. */
const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/**
 * For the page and its scripts; a worker obeys the policy its own script came with.
 * `wasm-unsafe-eval` lets DuckDB compile, and is not `unsafe-eval`. The nonce is for
 * the style elements that Mantine writes.
 */
export function pagePolicy(nonce?: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'wasm-unsafe-eval'`,
    `worker-src 'self'`,
    `connect-src 'self'`,
    `img-src 'self' data: blob:`,
    `style-src 'self'${nonce ? ` 'nonce-${nonce}'` : ''}`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `frame-src 'self'`, // a page as it is printed, beside its builder
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/** Set before the route runs, so that every answer carries them, refusals too. A route may replace one. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of ALWAYS) c.header(name, value);
  c.header('Content-Security-Policy', DATA_POLICY);
  c.header('Cache-Control', 'private, no-store');
  await next();
};
