import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writePacked } from '#server/extract/packed-file.ts';

const SOURCES = ['web', 'analysis', 'data', 'vite.config.ts', 'package-lock.json'];
const WORTH_PACKING = /\.(js|mjs|css|wasm|svg|json|ttf)$/;

/** Builds the client into `dist` where it is missing or older than its sources. */
export async function buildClient(root: string, dist: string, say: (line: string) => void): Promise<void> {
  const page = join(dist, 'index.html');
  const builtAt = existsSync(page) ? (await stat(page)).mtimeMs : 0;
  const hasSources = existsSync(join(root, 'web', 'index.html'));
  if (!hasSources || (await newest(SOURCES.map((source) => join(root, source)))) <= builtAt) return;
  say('Building the page; this happens once after each change.');
  await runVite(root);
  await packAssets(join(dist, 'assets'));
}

async function runVite(root: string): Promise<void> {
  const { build } = await import('vite'); // a second of loading that a start with a built page is spared
  try {
    await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'web'), logLevel: 'silent' });
  } catch (cause) {
    const [why] = cause instanceof Error ? cause.message.trim().split('\n') : [String(cause)];
    throw new Error(`the page could not be built (${why}); \`npm run build\` says more`, { cause });
  }
}

async function newest(paths: string[]): Promise<number> {
  const times = await Promise.all(paths.map(newestIn));
  return Math.max(0, ...times);
}

async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return newest((await readdir(path)).map((name) => join(path, name)));
}

/** So that the engine's 34 MB of wasm cross the wire as seven. */
async function packAssets(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => WORTH_PACKING.test(name));
  for (const file of files) await writePacked(join(folder, file), await readFile(join(folder, file)));
}
