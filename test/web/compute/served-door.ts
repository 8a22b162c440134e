import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { build } from 'vite';
import { clientAnswer } from '#server/routes/client.ts';
import type { Get } from '#web/api.ts';

/** Builds the compute door into a page of its own, as the product is built, and serves it with the product's own policy. */
export async function serveDoor(api: () => Get): Promise<{ address: string; stop(): Promise<void> }> {
  const dist = await mkdtemp(join(tmpdir(), 'commonbeat-door-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./door-page/', import.meta.url)),
    build: { outDir: dist, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 2500 },
    worker: { format: 'es' },
  });
  const app = new Hono();
  app.all('/api/*', (c) => api()(c.req.path));
  app.notFound(clientAnswer(dist));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server has no port');
  return {
    address: `http://127.0.0.1:${at.port}`,
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(dist, { recursive: true, force: true });
    },
  };
}
