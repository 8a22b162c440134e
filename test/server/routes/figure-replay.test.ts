import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Filter } from '#data/schema/filter.ts';
import type { Role } from '#data/schema/release-level.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { fillHome } from '#test/server/extract/make-home.ts';
import { createApi } from '#web/api.ts';
import { isWanted, openCalls } from '#web/app/open-calls.ts';
import { createCompute } from '#web/compute/compute.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

// A3: a printed number is found again by its code, from the calls it was counted in, however many came since.

const FILTER = Filter.parse({ from: '2024-01-01', to: '2024-12-31', layer: 'groups', categories: ['theft'] });
const question = { method: 'explore' as const, filter: FILTER, options: { expectedBand: true } };

let served: ServedHome;
let made: { code: string; calls: number; manifest: string };
beforeAll(async () => {
  served = await serveHome();
  const { answer, manifest } = await askedAs('analyst', null);
  made = { code: answer.code, calls: answer.findings[0]?.calls ?? 0, manifest };
  const { areas } = served.cut.manifests.restricted;
  const areaVersions = Object.fromEntries(areas.map(({ layer, version }) => [layer, version]));
  const kept = await served.appFor('analyst').request('/api/figures', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: made.code, question, manifest, areaVersions }),
  });
  expect(kept.status).toBe(201);
  await fillHome(served.home, { 2023: 600, 2024: 1300 }); // more calls of the same year
  await cutExtracts(served.home);
});
afterAll(() => served.remove());

const computeFor = (role: Role) =>
  createCompute(
    createApi((path) => served.appFor(role).request(path)),
    () => Promise.reject(new Error('no SQL here')),
  );

/** The question, as the page of somebody of this role would have it answered. */
async function askedAs(role: Role, manifest: string | null) {
  const compute = computeFor(role);
  const { opened, missed } = await openCalls(compute, manifest, () => {});
  const answer = await compute.ask(question);
  return { answer, manifest: opened.manifest.manifest, isFormer: opened.isFormer, missed };
}

const manifestOf = async (role: Role): Promise<string> => {
  const response = await served.appFor(role).request(`/api/figures/${made.code}`);
  return response.status === 200 ? ((await response.json()) as { manifest: string }).manifest : String(response.status);
};

test('after more calls were taken in, a code replays the number it was printed under', async () => {
  const today = await askedAs('analyst', null);
  expect(today.answer.findings[0]?.calls).toBeGreaterThan(made.calls);
  expect(today.answer.code).not.toBe(made.code);

  const replayed = await askedAs('section-commander', await manifestOf('section-commander'));
  expect(replayed.isFormer).toBe(true);
  expect(replayed.answer.findings[0]?.calls).toBe(made.calls);
  expect(replayed.answer.code).toBe(made.code);
});

test('a reader of another release level is not told what the code stands for, and gets no call of it by its name', async () => {
  expect(await manifestOf('city-partner')).toBe('404');
  const guessed = await askedAs('city-partner', made.manifest);
  expect(guessed).toMatchObject({ isFormer: false, missed: made.manifest });
  expect(guessed.manifest).not.toBe(made.manifest);
});

test('calls of now are not read again because an address names them', async () => {
  const { opened } = await openCalls(computeFor('analyst'), null, () => {});
  expect(isWanted({ opened, missed: null }, opened.manifest.manifest)).toBe(true);
  const named = await askedAs('analyst', opened.manifest.manifest);
  expect(named).toMatchObject({ isFormer: false, missed: null });
});

test('where a year of the former calls is gone, those of now are shown and not the rest', async () => {
  const { restricted } = served.cut.manifests;
  await rm(join(served.home, 'extracts', restricted.extracts.at(-1)?.file ?? ''));
  const { isFormer, missed, answer } = await askedAs('analyst', made.manifest);
  expect({ isFormer, missed }).toEqual({ isFormer: false, missed: made.manifest });
  expect(answer.code).not.toBe(made.code);
});
