import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { findTip, tipIdsOf } from '#data/tips/tips.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { handOutFileRoutes } from '#server/routes/records/hand-out-files.ts';
import { handOutRoutes } from '#server/routes/records/hand-outs.ts';
import { openDeskTown } from '#test/server/hand-out/desk/desk-town.ts';

const town = await openDeskTown();
const { ask, officer, put } = town;
const GROUP = '/api/records/groups/eastbank';
const DAYS = { meetingId: 'M-0002', from: '2026-11-20', to: '2026-12-13' };

const files = newRoutes();
files.use(async (c, next) => {
  c.set('acting', officer);
  await next();
});
files.route('/', handOutRoutes(town.store, town.home)).route('/', handOutFileRoutes(town.store, town.home));

/** The words of a file as it leaves. */
async function wordsOf(file: string): Promise<string> {
  const response = await files.request(`/api/records/hand-outs/${file}`);
  expect(response.status, file).toBe(200);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!file.endsWith('.docx')) return strFromU8(bytes);
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
}

async function releaseWith(items: string[], revision: number | null): Promise<HandOutDesk> {
  const words = { 'news/NE-0002': { words: { en: 'Two names are known.', es: null } } };
  const kept = await ask(officer, 'PUT', `${GROUP}/hand-out/draft`, {
    ...DAYS,
    choices: { items, words, line: null },
    revision,
  });
  expect(kept.status).toBe(200);
  const desk = await town.desk();
  const released = await ask(officer, 'POST', `${GROUP}/hand-outs`, {
    revision: kept.json.revision,
    factsHash: desk.factsHash,
  });
  expect(released.status).toBe(201);
  return desk;
}

beforeAll(async () => {
  await put.entry('NE-0001', { title: 'A new beat office', fields: { words: 'It opens on Tuesday.' } });
  await put.entry('NE-0002', {
    title: 'Names are known',
    release: 'internal',
    fields: { words: 'For the shift only.' },
  });
  await put.entry('NE-0003', { title: 'For one group alone', release: 'group', groupId: 'eastbank' });
  await put.concern('C-0001', { title: 'Noise at night' });
});

test('B.2: an item marked internal cannot reach a hand-out, not in any file of it, even where it is asked for by its id', async () => {
  const items = ['concern/C-0001', 'news/NE-0001', 'news/NE-0002', 'news/NE-0003'];
  const { facts } = await releaseWith(items, null);
  expect(facts.items.map(({ itemId }) => itemId)).toEqual(['concern/C-0001', 'news/NE-0001']);
  for (const file of ['HO-0001.en.html', 'HO-0001.es.html', 'HO-0001.en.docx']) {
    const words = await wordsOf(file);
    expect(words, file).toContain('It opens on Tuesday.');
    expect(words, file).not.toMatch(/Names are known|names are known|shift only|one group alone/);
  }
});

test('V.A.2: the tips on the sheet match the group’s own top types', async () => {
  const { facts } = await town.desk();
  const counted = facts.calls.lines.filter(({ calls }) => (calls ?? 0) > 0);
  const top = counted.toSorted((a, b) => (b.calls ?? 0) - (a.calls ?? 0)).slice(0, 3);
  const tipped = facts.items.flatMap(({ part, itemId }) => (part === 'tip' ? itemId.split('/')[1] : []));
  expect(tipped).toEqual(top.map(({ category }) => category));
  const tips = facts.items.flatMap(({ part, itemId }) => (part === 'tip' ? [itemId] : []));
  const own = tips.map(wordsOfTip);
  expect(own).toHaveLength(3);
  await releaseWith(tips, null);
  for (const file of ['HO-0002.en.html', 'HO-0002.en.docx']) {
    const sheet = plain(await wordsOf(file));
    const onIt = EVERY_TIP.filter((words) => sheet.includes(plain(words)));
    expect(onIt.toSorted(), file).toEqual(own.toSorted());
  }
});

const EVERY_TIP = [...new Set(CATEGORIES.flatMap(({ category }) => tipIdsOf(category).map(wordsOfTip)))]; // two kinds may share one
const plain = (text: string): string => text.replace(/&#?\w+;|[^A-Za-z0-9]+/g, ' '); // however a file writes its apostrophes

function wordsOfTip(tipId: string): string {
  return findTip(tipId)?.en ?? '';
}
