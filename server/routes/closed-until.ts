import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** Told plainly: for how long it stays closed. */
export function closedUntil(c: Context, until: Date, now: Date, what = 'this account'): HTTPException {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  c.header('Retry-After', String(seconds));
  const wait = minutes === 1 ? 'one more minute' : `${minutes} more minutes`;
  return new HTTPException(429, {
    message: `Five wrong in a row: ${what} is closed for ${wait}. Then try again.`,
  });
}

export function sendCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
