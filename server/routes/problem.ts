import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DataRefused, FieldsRefused, NotTheirs, RecordChanged, RecordMissing, RecordRefused } from '#server/errors.ts';
import { troubleOf } from '#server/store/trouble.ts';

/** What every refusal looks like (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(), // about:blank where the status says it all; locked: so is the session
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(), // fields that were refused
    current: z.unknown().optional(), // 409: the record as it is now
  })
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Content too large',
  415: 'Unsupported media type',
  416: 'Range not satisfiable',
  421: 'Misdirected request',
  422: 'Not accepted',
  429: 'Too many tries',
  500: 'Internal error',
  503: 'Not available just now',
  507: 'No room left',
};

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  more: Partial<Pick<Problem, 'type' | 'detail' | 'errors' | 'current'>> = {},
) {
  const body: Problem = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, ...more };
  c.header('Cache-Control', 'no-store');
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json' });
}

/** For createRoute: a refusal with its reason. */
export const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/**
 * Turns what a route threw into a problem. What we did not foresee is logged whole and
 * answered with nothing of it: messages carry paths and values.
 */
export function answerError(error: Error, c: Context, log: (error: Error) => void): Response {
  if (error instanceof HTTPException)
    return problem(c, error.status as ContentfulStatusCode, { detail: error.message });
  if (error instanceof RecordChanged) return problem(c, 409, { detail: error.message, current: error.current });
  if (error instanceof RecordRefused)
    return problem(c, 422, { detail: error.message, errors: [{ path: error.field, message: error.message }] });
  if (error instanceof FieldsRefused) return problem(c, 422, { detail: error.message, errors: [...error.faults] });
  if (error instanceof RecordMissing) return problem(c, 404, { detail: error.message });
  if (error instanceof NotTheirs) return problem(c, 403, { detail: error.message });
  if (error instanceof DataRefused) return problem(c, 422, { detail: error.message });
  const trouble = troubleOf(error);
  if (trouble === 'away') {
    c.header('Retry-After', '2');
    return problem(c, 503, {
      detail: 'The database of records cannot be reached just now. Nothing was saved; try again in a moment.',
    });
  }
  if (trouble === 'full') {
    return problem(c, 507, {
      detail: 'The server’s disk is full. Nothing was saved; tell your administrator, then try again.',
    });
  }
  log(error);
  return problem(c, 500, { detail: 'Something went wrong on the server; its log says what.' });
}

export const notFound = (what: string) => new HTTPException(404, { message: `${what} is not here.` });
