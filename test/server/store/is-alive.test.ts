import { spawn } from 'node:child_process';
import { afterAll, expect, test, vi } from 'vitest';
import { isAlive, isZombie } from '#server/store/is-alive.ts';

// The second process never asks after the first, so the first stays a zombie once it has ended.
const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
afterAll(() => parent.kill('SIGKILL'));

test('a process that has ended is not alive, reaped or not', async () => {
  const child = Number(await new Promise<Buffer>((done) => parent.stdout.once('data', done)));
  await vi.waitUntil(() => isZombie(child), 15_000);
  expect(() => process.kill(child, 0)).not.toThrow();
  expect(isAlive(child)).toBe(false);
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(0)).toBe(false);
});
