import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { problem } from './problem.ts';
import { remember } from './remember.ts';
import { pagePolicy } from './security-headers.ts';
import { fileResource, IMMUTABLE, REVALIDATE, sendResource } from './send-resource.ts';

/**
 * Answers what no route did: a file of the built client, its page for any address without
 * an ending (the page knows its own addresses), or a problem.
 */
export function clientAnswer(dist: string): (c: Context) => Promise<Response> {
  const page = remember(join(dist, 'index.html'), () => readFile(join(dist, 'index.html'), 'utf8').catch(() => null));
  return async (c) => {
    const { method, path } = c.req;
    const isOurs = (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/');
    if (!isOurs) return problem(c, 404, { detail: `Nothing is at ${path}.` });
    const file = path === '/' ? null : await sendFile(c, dist, path);
    if (file) return file;
    if (path.includes('.')) return problem(c, 404, { detail: `Nothing is at ${path}.` });
    const html = await page();
    if (html === null) return problem(c, 404, { detail: 'The page is not built yet: run `npm run build`.' });
    return sendPage(c, html);
  };
}

async function sendFile(c: Context, dist: string, path: string): Promise<Response | null> {
  const full = resolve(dist, `.${decoded(path)}`);
  if (!full.startsWith(resolve(dist) + sep) || full.endsWith('index.html')) return null;
  const found = await stat(full).catch(() => null);
  if (!found?.isFile()) return null;
  const tag = `${found.size.toString(16)}-${Math.round(found.mtimeMs).toString(16)}`;
  const resource = await fileResource(full, tag, getMimeType(full) ?? 'application/octet-stream');
  if (!resource) return null;
  c.header('Content-Security-Policy', pagePolicy());
  // Vite writes the hash of the content into these names.
  return sendResource(c, resource, path.startsWith('/assets/') ? IMMUTABLE : REVALIDATE);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The page carries a nonce made for this one answer, which the style elements of the client name. */
function sendPage(c: Context, html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const meta = `<meta name="csp-nonce" content="${nonce}" />`;
  const given = /<meta name="csp-nonce"[^>]*>/;
  const body = given.test(html) ? html.replace(given, meta) : html.replace('<head>', `<head>${meta}`);
  c.header('Content-Security-Policy', pagePolicy(nonce));
  return c.body(body, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': REVALIDATE });
}
