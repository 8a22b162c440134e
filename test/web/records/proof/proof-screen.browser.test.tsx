import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Crosswalk, Proof } from '#data/schema/records/proof.ts';
import type { Role } from '#data/schema/release-level.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { ProofScreen } from '#web/records/proof/proof-screen.tsx';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const rows: Proof['clauses'][number]['rows'] = [
  { record: 'referral', id: 'R-0008', on: '2026-12-01', title: 'City, sanitation', page: 'concern', of: 'C-0388' },
  { record: 'contact', id: 'CT-1', on: '2026-11-30', title: 'Eastbank, phone', page: 'contacts', of: 'eastbank' },
  { record: 'designation', id: 'D-1', on: '2026-11-29', title: 'Westmoor: inactive', page: 'group', of: 'westmoor' },
  {
    record: 'boundary-version',
    id: 'BV-2',
    on: '2026-11-28',
    title: 'The new homes',
    page: 'boundary',
    of: 'eastbank',
  },
  { record: 'meeting', id: 'MT-1', on: '2026-11-27', title: 'Eastbank, gym', page: 'meeting', of: 'MT-1' },
  { record: 'report', id: '2026-11/p-x', on: '2026-11-26', title: 'Monthly report', page: 'report', of: '2026-11/p-x' },
  { record: 'notice', id: 'N-1', on: '2026-11-25', title: 'Recurring', page: 'escalations', of: 'N-1' },
  { record: 'notice', id: 'N-2', on: '2026-11-24', title: 'Lock your car', page: 'register', of: 'OB-1' },
  { record: 'watch', id: 'NW-1', on: '2026-11-23', title: 'Mill porch watch', page: 'register', of: 'NW-1' },
  { record: 'hand-out', id: 'HO-1', on: '2026-11-23', title: 'Eastbank', page: 'hand-out', of: 'HO-1' },
  { record: 'policy-review', id: 'a', on: '2026-11-22', title: 'Yearly review', page: 'settings', of: 'a' },
];
const clauseOf = (clause: string, more: Partial<Proof['clauses'][number]>): Proof['clauses'][number] => ({
  ...{ clause, text: `What ${clause} asks for.`, count: 0, rows: [], gaps: [], owed: [], standards: [] },
  ...more,
});

/** A server with one clause that has a gap and one that is proved; `put` answers a new crosswalk. */
function serveProof(role: Role, put: (sent: Crosswalk) => Response = () => Response.json({})) {
  const asked: string[] = [];
  const kept: Crosswalk = {
    revision: 2,
    rows: [{ clause: 'A.7', standard: '45.2.1', edition: '6', note: '' }],
  };
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    asked.push(path);
    if (method === 'PUT') return put(JSON.parse(String(body)));
    if (path.endsWith('/register-choices'))
      return Response.json({
        ...{ today: '2026-12-14', me: { personId: 'p-x', role }, surveyLeastAnswers: 10 },
        ...{ people: [], groups: [], concerns: [] },
      });
    const query = new URLSearchParams(path.split('?')[1]);
    return Response.json({
      ...{ profileId: query.get('profile'), title: '1902', department: 'Ashel' },
      ...{ from: query.get('from'), to: query.get('to'), crosswalk: kept },
      clauses: [
        clauseOf('A.7', { count: 120, rows, standards: kept.rows.filter(({ clause }) => clause === 'A.7') }),
        clauseOf('A.4', { gaps: ['No monthly report for October 2026 of: the division.'] }),
        clauseOf('A.5', {
          gaps: ['1 not done in time.'],
          owed: [{ what: 'Attend the meeting of Eastbank', dueOn: '2026-08-17' }],
        }),
      ],
    });
  });
  return { asked, kept };
}

test.each([390, 1280])('at %i the gaps stand first, in plain words, and the sentence counts them', async (width) => {
  serveProof('auditor');
  await page.viewport(width, 900);
  const host = await showScreen(ProofScreen, 'auditor', width);
  await expect.element(page.getByText('2 of 3 clauses have a gap in this period.')).toBeVisible();
  const shelves = page.getByRole('region', { name: /^(With a gap|Proved)$/ }).elements();
  expect(shelves.map((shelf) => shelf.querySelector('h3')?.textContent)).toEqual(['A.4', 'A.7']);
  await expect.element(page.getByText('No monthly report for October 2026 of: the division.')).toBeVisible();
  expect(page.getByRole('button', { name: 'Edit standards' }).elements()).toHaveLength(0);
  await userEvent.click(page.getByText('120 records'));
  await expect.element(page.getByText('The newest 11 of 120; the export has all of them.')).toBeVisible();
  await userEvent.click(page.getByText('Which one'));
  await expect.element(page.getByText('Attend the meeting of Eastbank')).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
});

test('every kind of record opens the page that it is read on', async () => {
  serveProof('auditor');
  await showScreen(ProofScreen, 'auditor');
  await userEvent.click(page.getByText('120 records'));
  const links = page.getByRole('region', { name: 'Proved' }).getByRole('listitem').getByRole('link').elements();
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    ...['/concerns/C-0388', '/contacts?group=eastbank', '/groups/westmoor', '/groups/eastbank/boundary'],
    ...['/meetings/MT-1', '/reports/2026-11%2Fp-x', '/escalations', '/register/objective/OB-1'],
    ...['/register/watch/NW-1', '/hand-outs/HO-1', '/settings'],
  ]);
});

test('another policy or period is asked of the server, and both exports carry the same question', async () => {
  const { asked } = serveProof('chief');
  await showScreen(ProofScreen, 'chief');
  await expect.poll(() => asked.at(-1)).toBe('/api/records/proof?profile=asheville-1902&from=2026-01-01&to=2026-12-14');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Policy' }), 'P3103 Community Outreach Program');
  await userEvent.fill(page.getByLabelText('From'), '2026-10-01');
  const question = 'profile=andover-p3103&from=2026-10-01&to=2026-12-14';
  await expect.poll(() => asked.at(-1)).toBe(`/api/records/proof?${question}`);
  const hrefOf = (name: string) => page.getByRole('link', { name }).element().getAttribute('href');
  expect(hrefOf('Page for an assessor')).toBe(`/api/records/proof/export?${question}&format=html`);
  expect(hrefOf('CSV')).toBe(`/api/records/proof/export?${question}&format=csv`);
});

test('the coordinator writes a standard beside its clause; where somebody else did meanwhile nothing is lost', async () => {
  const sent: Crosswalk[] = [];
  const { kept } = serveProof('coordinator', (crosswalk) => {
    sent.push(crosswalk);
    if (sent.length > 1) return Response.json({ ...crosswalk, revision: 4 });
    Object.assign(kept, {
      revision: 3,
      rows: [...kept.rows, { clause: 'B.6', standard: '1.1', edition: '', note: '' }],
    });
    return Response.json({ detail: 'Changed meanwhile', current: kept }, { status: 409 });
  });
  await showScreen(ProofScreen, 'coordinator');
  await userEvent.click(page.getByRole('button', { name: 'Edit standards' }));
  const dialog = page.getByRole('dialog', { name: 'Standards, A.7' });
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Edition' }), '7');
  expect(await faultsOf(document.body)).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await expect.element(dialog.getByText('It now has 2 standards for all clauses together.')).toBeVisible();
  await expect.element(dialog.getByRole('textbox', { name: 'Edition' })).toHaveValue('7');
  await userEvent.click(dialog.getByRole('button', { name: 'Send mine too' }));
  await expect.element(dialog).not.toBeInTheDocument();
  const mine = { clause: 'A.7', standard: '45.2.1', edition: '7', note: '' };
  expect(sent.map(({ revision }) => revision)).toEqual([2, 3]);
  expect(sent[1]?.rows).toEqual([{ clause: 'B.6', standard: '1.1', edition: '', note: '' }, mine]);
});

test('a role without the proof is told so', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'Not yours.' }, { status: 403 }));
  const host = await showScreen(ProofScreen, 'officer');
  await expect.element(page.getByText('Your role does not see the proof')).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
});
