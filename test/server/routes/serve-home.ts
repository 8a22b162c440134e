import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#data/schema/release-level.ts';
import { makeApp } from '#server/app.ts';
import { type CutResult, cutExtracts } from '#server/extract/cut-extracts.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';

/** A filled and cut home, a stand-in for the built client, and an app for each role. */
export async function serveHome() {
  const { home, remove } = await temporaryHome();
  await fillHome(home);
  const cut: CutResult = await cutExtracts(home, { madeAt: '2025-01-02T03:05:00Z' });
  const dist = await mkdtemp(join(tmpdir(), 'commonbeat-dist-'));
  await writeWhole(join(dist, 'index.html'), PAGE);
  await writeWhole(join(dist, 'assets', 'app-1a2b3c4d.js'), 'export const here = true;');
  await writeWhole(join(dist, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const appFor = (role: Role) => makeApp({ home, role, dist, nowLocal: () => '2025-01-02T03:04:05' });
  const removeAll = async () => {
    await remove();
    await rm(dist, { recursive: true, force: true });
  };
  return { home, dist, cut, appFor, remove: removeAll };
}

const PAGE = '<!doctype html><html><head><meta name="csp-nonce" content="" /></head><body>Commonbeat</body></html>';
export type ServedHome = Awaited<ReturnType<typeof serveHome>>;
