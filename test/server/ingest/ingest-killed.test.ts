import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { NOW, newFolder, SMALL_HEADER, smallProfile, writeIn } from '#test/fixture/calls-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rows = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, n) => `A${from + n},1,20${15 + (n % 10)}-03-04 17:05:09,THEFT,x,-82.4,35.4`,
  ).join('\n');

/** Runs ingest in a process of its own and kills it `afterMs` after it has taken the lock; says whether it had finished. */
function ingestAndKill(home: string, file: string, profile: string, afterMs: number): Promise<boolean> {
  const child = spawn(
    process.execPath,
    [join(root, 'server/commonbeat.mjs'), 'ingest', file, '--source', profile, '--home', home, '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'], cwd: root },
  );
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  const waiting = setInterval(() => {
    if (!existsSync(join(home, 'store.lock'))) return;
    clearInterval(waiting);
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  }, 2);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearInterval(waiting);
      resolve(said.includes('"read"'));
    });
  });
}

test('an ingest that is killed leaves the store as it was, and the next run completes it', async () => {
  const home = newFolder();
  const folder = newFolder();
  const profile = smallProfile();
  await ingestCalls({
    files: [writeIn(folder, 'first.csv', `${SMALL_HEADER}\n${rows(0, 1_000)}\n`)],
    profile,
    home,
    now: NOW,
  });
  const index = readFileSync(join(home, 'store.json'), 'utf8');
  const files = readdirSync(join(home, 'calls', 'small'));
  const big = writeIn(folder, 'big.csv', `${SMALL_HEADER}\n${rows(0, 200_000)}\n`);
  const profilePath = writeIn(folder, 'small.json', JSON.stringify(profile));
  let killed = 0;
  for (const afterMs of [0, 150, 400, 800]) {
    if (await ingestAndKill(home, big, profilePath, afterMs)) break;
    killed++;
    const now = readFileSync(join(home, 'store.json'), 'utf8');
    if (now !== index) break; // it was killed after the index was replaced: whole, too
    for (const name of files) expect(readdirSync(join(home, 'calls', 'small'))).toContain(name);
  }
  expect(killed).toBeGreaterThan(0);
  const report = await ingestCalls({ files: [big], profile, home, now: NOW });
  expect(report).toMatchObject({ read: 200_000, rejected: 0 });
  const stored = JSON.parse(readFileSync(join(home, 'store.json'), 'utf8'));
  expect(stored.sources[0].files.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)).toBe(200_000);
});
