import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AuditLine, AuditVerdict } from '#data/schema/records/audit.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { AuditScreen } from '#web/records/audit/audit-screen.tsx';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const lineOf = (number: number, more: Partial<AuditLine> = {}): AuditLine => ({
  ...{ number, at: '2026-12-14 14:42:00+00', localAt: '2026-12-14T07:42:00', personId: 'p-whitlock', role: 'officer' },
  ...{ action: 'change', kind: 'mail_in', recordId: 'M-0025', words: '', hash: 'ab12'.repeat(16) },
  changed: { status: ['new', 'open'], words: 'withheld' },
  ...more,
});
const signedIn = lineOf(41, { action: 'sign-in', kind: 'session', changed: {}, words: 'password and code' });

type Heads = AuditVerdict['heads'];
const HEADS: Heads = {
  ...{ kept: 12, last: { number: 40, at: '2026-12-14T02:10:00' }, astray: null, restores: [], unreadableAt: null },
};

/** A server of the audit with 40 older lines; what was asked of it is returned. */
function serveAudit(brokenAt: number | null = null, heads: Partial<Heads> = {}) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (path === '/api/audit/names')
      return Response.json({ kinds: ['mail_in', 'session'], people: [{ personId: 'p-whitlock', name: 'Whitlock' }] });
    if (path === '/api/audit/verdict') return Response.json({ lines: 42, brokenAt, heads: { ...HEADS, ...heads } });
    const query = new URLSearchParams(path.split('?')[1]);
    if (query.has('kind')) return Response.json({ lines: [], hasMore: false });
    return Response.json(
      query.get('before') === '41'
        ? { lines: [lineOf(40, { action: 'print', kind: 'report', recordId: '2026-Q3' })], hasMore: false }
        : { lines: [lineOf(42), signedIn], hasMore: true },
    );
  });
  return asked;
}

test.each([390, 1280])(
  'at %i the verdict on the chain stands first, and each line opens to what it was before',
  async (width) => {
    serveAudit();
    await page.viewport(width, 900);
    const host = await showScreen(AuditScreen, 'auditor', width);
    await expect
      .element(page.getByText('The chain is whole: each of 42 lines follows from the one before it.'))
      .toBeVisible();
    const kept = 'all 12 heads that were kept outside the database. The last was kept on 2026-12-14 02:10, of line 40.';
    await expect.element(page.getByText(kept)).toBeVisible();
    await userEvent.click(page.getByText('status, words'));
    await expect.element(page.getByRole('row', { name: 'status new open' })).toBeVisible();
    await expect
      .element(page.getByRole('row', { name: 'words Changed; what it says is kept out of the audit.' }))
      .toBeVisible();
    await expect.element(page.getByText('ab12'.repeat(16)).first()).toBeVisible();
    await expect.element(page.getByText('password and code')).toBeVisible();
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('a broken chain is an alarm that names its line and what to do', async () => {
  serveAudit(17);
  const host = await showScreen(AuditScreen, 'auditor');
  await expect.element(page.getByRole('alert')).toHaveTextContent(/broken at line 17.*tell the department’s counsel/);
  expect(await faultsOf(host)).toEqual([]);
});

const PLACE = { number: 40, at: '2026-12-14T02:10:00' };

test.each([
  [
    { astray: { ...PLACE, isMissing: true, goodTo: { number: 31, at: '2026-12-13T02:10:00' } } },
    /Line 40 is missing from the audit.*kept outside the database on 2026-12-14 02:10; the audit now has 42 lines.*Line 31, kept on 2026-12-13 02:10, still stands.*counsel/,
  ],
  [
    { astray: { ...PLACE, isMissing: false, goodTo: null } },
    /Line 40 is not the line that was kept.*the chain was made anew. No earlier head that was kept still stands.*counsel/,
  ],
  [{ unreadableAt: 3 }, /Line 3 of the file of kept heads cannot be read.*compare it with a copy/],
])('a chain that passes its own check and not the heads that were kept is an alarm: %j', async (heads, says) => {
  serveAudit(null, heads);
  const host = await showScreen(AuditScreen, 'auditor');
  await expect.element(page.getByRole('alert')).toHaveTextContent(says);
  expect(host.textContent).not.toContain('The chain is whole');
  await expect.element(page.getByRole('button', { name: 'Check again' })).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
});

test('a restore is told and is no alarm; where no head is kept yet the verdict says what that means', async () => {
  const restore = { at: '2026-12-17T09:00:00', backupOf: '2026-12-15T18:00:00', cameTo: 30 };
  serveAudit(null, { kept: 0, last: null, restores: [{ ...restore, lostTo: 36 }] });
  const host = await showScreen(AuditScreen, 'auditor');
  await expect
    .element(page.getByText('On 2026-12-17 09:00 the records came back from a backup of 2026-12-15 18:00'))
    .toBeVisible();
  await expect.element(page.getByText(/ends at line 30; .*up to line 36 at least, was lost then/)).toBeVisible();
  await expect
    .element(
      page.getByText(/No head of the chain is kept outside the database, so one that was made anew would not be seen/),
    )
    .toBeVisible();
  expect(page.getByRole('alert').elements()).toHaveLength(0);
  expect(await faultsOf(host)).toEqual([]);
});

test('older lines come a page at a time, until there are none', async () => {
  const asked = serveAudit();
  await showScreen(AuditScreen, 'auditor');
  await expect.element(page.getByText('The newest 2 that fit; there are older ones.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Older lines' }));
  await expect.element(page.getByText('3 lines, to the first that fits.')).toBeVisible();
  expect(asked).toContain('/api/audit?before=41');
  expect(page.getByRole('button', { name: 'Older lines' }).elements()).toHaveLength(0);
});

test('the filters are asked of the server, go along with the export, and are taken back in one press', async () => {
  const asked = serveAudit();
  await showScreen(AuditScreen, 'auditor');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Person' }), 'Whitlock');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Kind of record' }), 'mail in');
  await userEvent.fill(page.getByLabelText('From'), '2026-12-01');
  const query = 'person=p-whitlock&kind=mail_in&from=2026-12-01';
  await expect.poll(() => asked.at(-1)).toBe(`/api/audit?${query}`);
  await expect.element(page.getByText('No line fits these filters.')).toBeVisible();
  const exported = page.getByRole('link', { name: 'Export as JSON lines' });
  expect(exported.element().getAttribute('href')).toBe(`/api/audit/lines.jsonl?${query}`);
  await userEvent.click(page.getByRole('button', { name: 'All lines' }));
  await expect.element(page.getByText('The newest 2 that fit; there are older ones.')).toBeVisible();
});

test('who does not read the audit is told so and asks nothing of the server; a server that fails is asked again', async () => {
  const asked = serveAudit();
  await showScreen(AuditScreen, 'administrator');
  await expect.element(page.getByText('The audit is read by the auditor.')).toBeVisible();
  expect(asked).toEqual([]);
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'The records cannot be reached.' }, { status: 503 }));
  await showScreen(AuditScreen, 'auditor');
  await expect.element(page.getByText('The audit could not be read')).toBeVisible();
  await expect.element(page.getByText('The chain could not be checked')).toBeVisible();
  serveAudit();
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByText('password and code')).toBeVisible();
});
