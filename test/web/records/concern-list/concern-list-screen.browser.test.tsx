import '#web/ui/tokens.css';
import '#web/ui/base.css';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ConcernRow } from '#data/schema/records/concern-filing.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { ConcernListScreen } from '#web/records/concern-list/concern-list-screen.tsx';

const rowOf = (concernId: string, differs: Partial<ConcernRow> = {}): ConcernRow => ({
  ...{ concernId, revision: 1, status: 'open', title: `Lamps ${concernId}`, summary: `Lamps ${concernId}` },
  ...{ category: 'noise', way: 'meeting', heardAt: '2026-11-01T18:00:00', placeWords: 'Pell Street' },
  ...{ groupIds: ['eastbank'], ownerId: 'p-quill', filedBy: 'p-quill', safetyNow: false, peopleCount: 3 },
  ...{ isSignificant: false, sharedWithCity: false, nextStep: 'Call the owner', nextStepOn: '2026-12-20' },
  ...{ firstActionOn: null, lastToldOn: null, closedOn: null, closeReason: null, duplicateOf: null },
  ...{ isOverdue: false, ageDays: 43, conveyedTo: null, conveyedOn: null, hasPlace: true },
  ...differs,
});
const KNOWN = {
  people: [{ personId: 'p-quill', name: 'Quill', title: 'CRO', role: 'officer' }],
  groups: [{ groupId: 'eastbank', name: 'Eastbank', liaisonId: 'p-quill' }],
  ...{ units: [], meetings: [], triageDays: 2, actionDays: 7 },
};

/** A server of `rows`; gives the queries that it was asked. */
function serve(rows: ConcernRow[], total = rows.length): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/known')) return Response.json(KNOWN);
    asked.push(path.split('?')[1] ?? '');
    return Response.json({ rows, total, counts: { new: 2, open: 29, overdue: 9, closed: 389 } });
  });
  return asked;
}
afterEach(() => vi.unstubAllGlobals());

const clean = async (host: Element) => {
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

test('the list says who waits for what, since when and with whom, and its counts stand on the tabs', async () => {
  await page.viewport(1280, 800);
  serve([rowOf('C-0001', { isOverdue: true }), rowOf('C-0002', { status: 'new', ownerId: null, nextStep: '' })]);
  const host = await showScreen(ConcernListScreen, 'coordinator');
  await expect
    .element(page.getByRole('row', { name: /Lamps C-0001.*Overdue.*3 people.*Eastbank.*Quill.*43/ }))
    .toBeVisible();
  await expect.element(page.getByRole('row', { name: /Lamps C-0002.*Nobody yet.*None said/ })).toBeVisible();
  for (const tab of ['Open 31', 'Overdue 9', 'Closed 389'])
    await expect.element(page.getByRole('radio', { name: tab })).toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Triage, 2 new ones' })).toBeVisible();
  await clean(host);
});

test('tab, group and words are asked of the server, and the second page is reached', async () => {
  await page.viewport(1280, 800);
  const asked = serve([rowOf('C-0001')], 120);
  await showScreen(ConcernListScreen, 'officer');
  await expect.element(page.getByText('1 to 50 of 120')).toBeVisible();
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Group' }), 'Eastbank');
  await userEvent.fill(page.getByRole('searchbox'), 'lamps');
  await expect.poll(() => asked.at(-1)).toBe('status=waiting&text=lamps&group=eastbank');
  await userEvent.click(page.getByRole('button', { name: 'Next' }));
  await expect.poll(() => asked.at(-1)).toBe('status=waiting&text=lamps&group=eastbank&page=2');
});

test('on a phone each concern is a card, and nothing runs off its edge', async () => {
  await page.viewport(390, 844);
  serve([rowOf('C-0001', { isOverdue: true, summary: 'Somebody keeps trying the doors of every car on the hill' })]);
  const host = await showScreen(ConcernListScreen, 'coordinator', 390);
  await expect.element(page.getByText('Somebody keeps trying the doors')).toBeVisible();
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await clean(host);
});

test('none, and a server that does not answer, are said in words', async () => {
  serve([]);
  await showScreen(ConcernListScreen, 'officer');
  await expect.element(page.getByText('Nobody has raised a concern yet.')).toBeVisible();
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'The database is away.' }, { status: 503 }));
  const host = await showScreen(ConcernListScreen, 'officer');
  await expect.element(page.getByText('The concerns could not be read')).toBeVisible();
  await clean(host);
});
