import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HandOutDelivery, ListedReader } from '#data/schema/records/hand-out.ts';
import type { Role } from '#data/schema/release-level.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { RICH } from '#test/fixture/hand-out-facts.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { HandOutScreen } from '#web/records/briefing/hand-out-screen.tsx';
import { releasedOf, type Sent } from './a-desk.ts';

afterEach(() => vi.unstubAllGlobals());

const show = (width = 1280, role: Role = 'officer') =>
  showScreenAt({ screen: HandOutScreen, path: '/hand-outs/$handOutId', address: '/hand-outs/HO-0012' }, role, width);
const button = (name: string | RegExp) => page.getByRole('button', { name });

const reader = (readerId: string, email: string, endedOn: string | null = null): ListedReader => ({
  ...{ readerId, email, endedOn, groupId: 'eastbank', representativeId: 'R-1', language: 'es' },
  ...{ consentedOn: '2026-10-01', consentHow: 'at the meeting', endedHow: '', revision: 1 },
  ...{ name: 'Odile Marchetti', position: 'president', isInOffice: true },
});
const delivered: HandOutDelivery = {
  ...{ deliveryId: 'D-1', handOutId: 'HO-0012', readerId: 'r-2', email: 'second@example.org' },
  ...{ sentAt: '2026-12-14T07:50:00', sentBy: 'p-officer' },
};
const LINES = [
  { category: 'theft-from-vehicle', label: 'Thefts from cars', printed: 33, now: 34 },
  { category: 'noise', label: 'Noise', printed: 41, now: 41 },
];

const CHARTED = [
  { ...LINES[0], from: '2026-10-19', to: '2026-11-15', printed: 12, now: 11 },
  { ...LINES[0], from: '2026-11-16', to: '2026-12-13', printed: 33, now: 33 },
];

function serve(answer: (sent: Sent) => Response | undefined = () => undefined, handOut = releasedOf()) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const one = { method: init.method ?? 'GET', path, body: init.body ? JSON.parse(String(init.body)) : null };
    sent.push(one);
    const own = answer(one);
    if (own) return own;
    if (path.endsWith('/recount'))
      return Response.json({ handOut, groupName: 'Eastbank', lines: LINES, concernCalls: CHARTED });
    if (path.endsWith('/deliveries')) return Response.json([delivered]);
    if (path.endsWith('/readers'))
      return Response.json([
        reader('r-1', 'first@example.org'),
        reader('r-2', 'second@example.org'),
        reader('r-3', 'ended@example.org', '2026-11-01'),
      ]);
    if (path.endsWith('/HO-0012')) return Response.json({ handOut, facts: RICH });
    return Response.json({});
  });
  return sent;
}

test.each([1280, 390])(
  'at %i px a page tells what was printed, what it counts now, and where it went',
  async (width) => {
    serve();
    const host = await show(width);
    await expect.element(page.getByRole('heading', { name: 'The page of Eastbank' })).toBeVisible();
    await expect
      .element(page.getByText('Thefts from cars: printed 33, now 34. Calls that came in late are counted today.'))
      .toBeVisible();
    await expect
      .element(page.getByText(/^Thefts from cars, Oct 19, 2026 to Nov 15, 2026: printed 12, now 11\./))
      .toBeVisible();
    await expect.element(page.getByText('CB-9M2D-05KT')).toBeVisible();
    await expect.element(page.getByText('Sent to second@example.org, Dec 14, 2026')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'For the meeting of Dec 17, 2026, Eastbank Library' }))
      .toHaveAttribute('href', '/meetings/M-0034');
    await expect
      .element(page.getByRole('link', { name: 'Its public page' }))
      .toHaveAttribute('href', '/area/eastbank/HO-0012');
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    await expectNoAxeFaults(host);
  },
);

test('where nothing prints, the page in the browser is offered in place of the PDF', async () => {
  const sent = serve(({ path }) =>
    path.endsWith('.pdf') ? Response.json({ detail: 'No Chromium is installed here.' }, { status: 503 }) : undefined,
  );
  const host = await show();
  await userEvent.click(button('PDF A4, Spanish'));
  await expect.element(page.getByText('No Chromium is installed here.', { exact: false })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Open the same page in the browser' }))
    .toHaveAttribute('href', '/api/records/hand-outs/HO-0012.es.html');
  expect(sent.at(-1)?.path).toBe('/api/records/hand-outs/HO-0012.es.a4.pdf');
  await expectNoAxeFaults(host);
});

test('it is mailed to those who asked for it and do not have it yet, unless a person says otherwise', async () => {
  const sent = serve(({ method }) => (method === 'POST' ? Response.json([delivered], { status: 201 }) : undefined));
  const host = await show();
  await userEvent.click(button('Send by mail'));
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByRole('checkbox', { name: /first@example.org/ })).toBeChecked();
  await expect.element(dialog.getByRole('checkbox', { name: /second@example.org.*has it/ })).not.toBeChecked();
  expect(dialog.getByText('ended@example.org', { exact: false }).elements()).toEqual([]);
  await expectNoAxeFaults(host);
  await userEvent.click(dialog.getByRole('button', { name: 'Send to 1 reader' }));
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ readerIds: ['r-1'] });
});

test('it is withdrawn for a reason only, and what cannot be undone is said before', async () => {
  const sent = serve(({ method }) =>
    method === 'POST' ? Response.json(releasedOf({ withdrawnAt: '2026-12-14T08:00:00' })) : undefined,
  );
  await show();
  await userEvent.click(button('Withdraw'));
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('This cannot be undone', { exact: false })).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Withdraw' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'Why' }), 'The wrong street.');
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw' }));
  await expect.poll(() => sent.find(({ method }) => method === 'POST')?.body).toEqual({ why: 'The wrong street.' });
});

test('a withdrawn page says why, and is neither public nor mailed any more', async () => {
  serve(() => undefined, releasedOf({ withdrawnAt: '2026-12-14T08:00:00', withdrawnWhy: 'The wrong street.' }));
  await show();
  await expect.element(page.getByText('Withdrawn on Dec 14, 2026')).toBeVisible();
  await expect.element(page.getByText('The wrong street.')).toBeVisible();
  expect(page.getByRole('link', { name: 'Its public page' }).elements()).toEqual([]);
  await expect.element(button('Send by mail')).toHaveAttribute('aria-disabled', 'true');
});

test('a page that is not there is no fault of the reader, and a role without pages is told so', async () => {
  serve(() => Response.json({ detail: 'There is no hand-out HO-0012.' }, { status: 404 }));
  await show();
  await expect.element(page.getByText('There is no hand-out HO-0012.')).toBeVisible();
  expect(button('Try again').elements()).toEqual([]);
  await show(1280, 'city-partner');
  await expect.element(page.getByText('Pages that were handed out are not open to your role')).toBeVisible();
});
