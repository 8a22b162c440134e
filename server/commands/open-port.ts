import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

const DRAIN_MILLISECONDS = 5000;

export type OpenPort = { server: Server; port: number };

/** Listens, on another free port where `mayMove` and the wanted one is taken. */
export async function openPort(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
  mayMove: boolean,
): Promise<OpenPort> {
  const server = createAdaptorServer({ fetch, hostname: host }) as Server; // the adaptor's own default
  try {
    return { server, port: await listen(server, host, port) };
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken && mayMove) return { server, port: await listen(server, host, 0) };
    if (isTaken)
      throw new Error(`port ${port} is taken; stop what holds it, or leave --port out and we take a free one`);
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Resolves once the server has stopped: no new work after the first signal, answers under way are finished.
 * `onSignal` ends those that would go on for good.
 */
export function stopOnSignal(server: Server, onSignal: () => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
      onSignal();
      const deadline = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
      server.close(() => {
        clearTimeout(deadline);
        resolve();
      });
      server.closeIdleConnections();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
