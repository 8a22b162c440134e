import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PatternLine } from '#data/schema/records/pattern.ts';
import type { Session } from '#data/schema/session.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { PatternsScreen } from '#web/patterns/patterns-screen.tsx';
import { aPattern } from './a-pattern.ts';

const lineOf = (differs: Partial<PatternLine>): PatternLine => {
  const { calls: _, synopsis: __, closedWhy: ___, ...line } = aPattern();
  return { ...line, kept: 12, leftOut: 2, lastSentAt: null, ...differs };
};
const LINES = [
  lineOf({ patternId: 'P-0008', lastSentAt: '2026-12-13T16:02:00' }),
  lineOf({ patternId: 'P-0003', name: 'Dumping by the canal', status: 'closed', groupIds: [], leftOut: 0 }),
];

/** The list route: what it holds by status, or a refusal. */
function serveLines(lines: readonly PatternLine[] | null): void {
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/groups')) return Response.json([{ groupId: 'eastbank', name: 'Eastbank', liaisonId: null }]);
    if (lines === null) return Response.json({ detail: 'The database is away.' }, { status: 503 });
    const status = new URL(path, 'http://desk').searchParams.get('status');
    return Response.json(lines.filter((line) => status === 'all' || line.status === status));
  });
}
const open = async (role: Session['role'] = 'analyst', width = 1280) => {
  await page.viewport(width, 900);
  return showScreenAt({ screen: PatternsScreen, path: '/patterns', address: '/patterns' }, role, width);
};
const noViolations = async (host: HTMLElement) => {
  await expectNoAxeFaults(host);
};
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])('at %i px open patterns are listed with what was kept and when it was sent', async (width) => {
  serveLines(LINES);
  const host = await open('officer', width);
  const row = page.getByRole('row', { name: /Theft from vehicle, Eastbank/ });
  await expect.element(row).toBeVisible();
  const told = /Hot spot.*Dec 9 to 10.*Eastbank.*12, 2 left out.*4:02 pm yesterday.*Sensitive/;
  await expect.poll(() => row.element().textContent).toMatch(told); // the group's name comes after the row
  expect(host.textContent).not.toContain('Dumping by the canal');
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await noViolations(host);
  await page.getByText('All', { exact: true }).click();
  await expect.element(page.getByRole('link', { name: 'Dumping by the canal' })).toBeVisible();
  await noViolations(host);
});

test('where there is none, the way to the first one is said; where it cannot be read, why', async () => {
  serveLines([]);
  await open();
  await expect.element(page.getByRole('heading', { name: 'No open pattern' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Open Explore' })).toBeVisible();
  serveLines(null);
  const host = await open();
  await expect.element(page.getByText('The database is away.')).toBeVisible();
  await noViolations(host);
});

test('the city’s partner reads none', async () => {
  serveLines(LINES);
  await open('city-partner');
  await expect.element(page.getByText('Your role does not read patterns')).toBeVisible();
});
