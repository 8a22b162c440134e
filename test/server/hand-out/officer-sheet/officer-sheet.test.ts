import { expect, test } from 'vitest';
import { findChromium } from '#server/documents/find-chromium.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { officerSheetRoutes } from '#server/routes/records/officer-sheet.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern } from '#server/store/tables/concerns.ts';
import { promise } from '#server/store/tables/contacts.ts';
import { openBriefedTown } from '#test/fixture/briefed-town.ts';
import { actingAs, NOW } from '#test/fixture/record-desk.ts';

const { store, home } = await openBriefedTown(20_000);
const take = async (ending: string, role: Parameters<typeof actingAs>[0] = 'officer') => {
  const app = newRoutes();
  app.use(async (c, next) => {
    c.set('acting', actingAs(role));
    await next();
  });
  app.route('/', officerSheetRoutes(store, home));
  return app.request(`/api/records/groups/eastbank/officer-sheet.${ending}?from=2026-11-16&to=2026-12-13`);
};
const kept = { createdAt: NOW, createdBy: 'p-officer', updatedAt: NOW, updatedBy: 'p-officer', revision: 1 };
const told = {
  filedBy: 'p-officer',
  way: 'meeting',
  status: 'open',
  placeConfidence: 'about',
  contactWish: 'none-given',
} as const;
await store.as(systemActing(NOW), async (tx) => {
  await tx.insert(concern).values([
    {
      ...{ ...kept, ...told, concernId: 'C-0101', words: 'It is <b>loud</b> at night', title: 'Loud music <nightly>' },
      ...{ category: 'noise', heardAt: '2026-10-07T19:00:00', groupIds: ['eastbank'], ownerId: 'p-officer' },
      ...{ place: { type: 'Point', coordinates: [-82.58, 35.6] }, nextStep: 'Ask the bar', nextStepOn: '2026-12-20' },
    },
    {
      ...{ ...kept, ...told, concernId: 'C-0102', words: 'shouting', title: 'Shouting at number 4' },
      ...{ category: 'domestic', heardAt: '2026-11-07T19:00:00', groupIds: ['eastbank'] },
    },
  ]);
  await tx.insert(promise).values({
    ...{ ...kept, promiseId: 'PR-0001', groupId: 'eastbank', meetingId: null, concernId: null, ownerId: 'p-officer' },
    ...{ words: 'Bring the lamp list', promisedOn: '2026-11-01', dueOn: '2026-12-01', status: 'open', outcome: '' },
  });
});

test('small numbers are printed, and kinds that the level does not have are not', async () => {
  const officer = await (await take('html')).text();
  expect(officer).toMatch(/Robbery<\/th><td class="number">[1-4]<\/td>/);
  expect(officer).not.toMatch(/Domestic|Shouting/);
  expect(officer).toContain('One more open concern is of a kind that is not printed at your level.');
  expect(officer).toContain('Patrol check'); // internal, none of it called in by the public
  const chief = await (await take('html', 'chief')).text();
  expect(chief).toMatch(/Domestic violence<\/th><td class="number">\d+<\/td>/);
  expect(chief).toContain('Shouting at number 4');
});

test('a concern stands with the weeks of its calls and its place, escaped; promises say that they are late', async () => {
  const html = await (await take('html')).text();
  expect(html).toContain('Loud music &lt;nightly&gt;');
  expect(html).toMatch(/aria-label="Calls a week, noise: [^"]+"/);
  expect(html).toContain('aria-label="Map of eastbank with the place of C-0101');
  expect(html).toContain('Bring the lamp list <b>Was due December 1, 2026</b>');
});

test('each page says that it is not to be handed out, who printed it and when, and each taking is in the audit', async () => {
  const html = await (await take('html')).text();
  expect(html).toContain('Officer’s notes. Do not hand out. Printed by p-officer, December 14, 2026, 7:42 am.');
  const { rows } = await store.pool.query(
    `select action, record_id, person_id from audit where kind = 'officer-sheet' order by number desc limit 1`,
  );
  expect(rows).toEqual([{ action: 'print', record_id: 'eastbank', person_id: 'p-officer' }]);
});

test.skipIf(findChromium() === null)('the PDF is tagged and has the mark on every page', async () => {
  const answer = await take('pdf');
  expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes);
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(text).toContain('Do not hand out. Printed by p-officer, December 14, 2026');
  }
});
