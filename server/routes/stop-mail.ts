import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { STOP_TOKEN, stopHash } from '#server/hand-out/delivery/stop-link.ts';
import { PUBLIC_POLICY } from '#server/hand-out/public/public-frame.ts';
import { stopPage, stoppedPage } from '#server/hand-out/public/stop-page.ts';
import { endByLink } from '#server/store/hand-out-readers.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { newRoutes } from './new-routes.ts';
import { problem, refused } from './problem.ts';

const LARGEST = 4 * 1024; // a mail provider sends one short line
const MOST_A_MINUTE = 240; // of all callers together: more than any town ends its mail in

/**
 * The link in every letter that ends the mail (RFC 8058). It asks for no sign-in and no cookie: whoever holds the letter
 * may end it, and its secret is the only proof. The answer is the same whether the link leads to anybody or not.
 */
export function stopMailRoutes(records: RecordStore, nowLocal: () => string, now: () => number = Date.now) {
  const isTooMany = countedByMinute(MOST_A_MINUTE, now);
  return newRoutes()
    .openapi(getStop, (c) => page(c, stopPage()))
    .openapi(postStop, async (c) => {
      if (isTooMany()) {
        c.header('Retry-After', '60');
        return problem(c, 429, { detail: 'Too many at once. Try again in a minute.' });
      }
      const { token } = c.req.valid('param');
      if (STOP_TOKEN.test(token)) {
        const acting = systemActing(nowLocal());
        await records.as(acting, (tx) => endByLink(tx, acting, stopHash(token)));
      }
      return page(c, stoppedPage());
    });
}

function page(c: Context, html: string) {
  c.header('Content-Security-Policy', PUBLIC_POLICY);
  c.header('X-Robots-Tag', 'noindex');
  return c.html(html, 200);
}

/** Whether the current minute has seen more than `most`. */
function countedByMinute(most: number, now: () => number): () => boolean {
  let minute = 0;
  let seen = 0;
  return () => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) seen = 0;
    minute = current;
    seen += 1;
    return seen > most;
  };
}

const params = z.object({ token: z.string() });
const answered = {
  200: { description: 'A page in English and Spanish', content: { 'text/html': { schema: z.string() } } },
};

const getStop = createRoute({
  method: 'get',
  path: '/stop/{token}',
  summary: 'A page with one button, which ends a reader’s mail; opening it ends nothing',
  security: [],
  request: { params },
  responses: answered,
});

const postStop = createRoute({
  method: 'post',
  path: '/stop/{token}',
  summary: 'Ends a reader’s mail, by the button or by one click in a mail program (RFC 8058)',
  security: [],
  middleware: [bodyLimit({ maxSize: LARGEST, onError: (c) => problem(c, 413, { detail: 'At most 4 KiB.' }) })] as const,
  request: { params },
  responses: { ...answered, 413: refused('Too long'), 429: refused('Too many at once') },
});
