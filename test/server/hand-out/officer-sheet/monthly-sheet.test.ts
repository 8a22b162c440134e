import { expect, test } from 'vitest';
import { readDesk } from '#server/hand-out/desk/read-desk.ts';
import { sheetFacts } from '#server/hand-out/officer-sheet/sheet-facts.ts';
import { sheetHtml } from '#server/hand-out/officer-sheet/sheet-html.ts';
import { officerSheetRoutes } from '#server/routes/records/officer-sheet.ts';
import { square } from '#test/fixture/box.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';

const { store, home, found } = await openGatedTown({ rows: 600, precision: 'month' });
await found('riverside', square(-82.59, 35.585, 0.012));
const officer = actingAs('officer');
const taking = { action: 'print', words: 'HTML' } as const;

test('where only months are known the sheet has the days and the counts of the page, and says that it has whole months', async () => {
  const { facts: page } = await readDesk(home, store, officer, 'riverside', {});
  const sheet = await sheetFacts(home, store, officer, 'riverside', { asked: {}, taking });
  expect([sheet.from, sheet.to]).toEqual(['2026-09-01', '2026-11-30']);
  expect([sheet.from, sheet.to]).toEqual([page.from, page.to]);
  const counted = new Map(sheet.counts.map(({ label, calls }) => [label, calls]));
  const told = page.calls.lines.filter(({ calls }) => (calls ?? 0) > 0);
  expect(told.length).toBeGreaterThan(2);
  for (const { label, calls } of told) expect([label, counted.get(label)]).toEqual([label, calls]);
  expect(sheetHtml(sheet, [], null)).toContain(
    'Calls from the public up to November 30, 2026. Calls are known by month only: September, October and November.',
  );
});

test('cut months are refused with whole ones named', async () => {
  const ask = deskOf(officerSheetRoutes(store, home));
  const path = '/api/records/groups/riverside/officer-sheet.html?from=2026-10-16&to=2026-11-30';
  const { status, json } = await ask(officer, 'GET', path);
  expect(status).toBe(422);
  expect(json.errors).toEqual([{ path: 'from', message: expect.stringContaining('from 2026-10-01 to 2026-11-30') }]);
});
