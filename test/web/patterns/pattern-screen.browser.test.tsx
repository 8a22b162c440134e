import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Pattern } from '#data/schema/records/pattern.ts';
import type { Session } from '#data/schema/session.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { DeskProvider } from '#web/ask/desk.tsx';
import { PatternScreen } from '#web/patterns/pattern-screen.tsx';
import { aDesk, aPattern, servePattern } from './a-pattern.ts';

let number = 0; // what is typed and not saved outlives a test: each has a pattern of its own
const serve = (differs: Partial<Pattern> = {}) =>
  servePattern(aPattern({ patternId: `P-${String(++number).padStart(4, '0')}`, ...differs }));

async function open(
  role: Session['role'] = 'analyst',
  width = 1440,
  patternId = `P-${String(number).padStart(4, '0')}`,
): Promise<HTMLElement> {
  await page.viewport(width, 900);
  const desk = aDesk({ role });
  const screen = () => (
    <DeskProvider desk={role === 'auditor' ? null : desk}>
      <PatternScreen />
    </DeskProvider>
  );
  const address = `/patterns/${patternId}`;
  const host = await showScreenAt({ screen, path: '/patterns/$patternId', address }, role, width);
  await expect.element(page.getByRole('region', { name: 'Calls', exact: true })).toBeVisible();
  return host;
}
const noViolations = async (host: HTMLElement) => {
  await expectNoAxeFaults(host);
};
const leaveOut = async (mark: string, reason: string) => {
  await page.getByRole('checkbox', { name: `Keep call ${mark}`, exact: true }).click();
  await page.getByRole('button', { name: reason }).click();
};
afterEach(() => vi.unstubAllGlobals());

test.each([1440, 390])(
  'at %i px the calls, the hours and the words stand there, and axe finds nothing',
  async (width) => {
    serve();
    const host = await open('analyst', width);
    await expect.element(page.getByText('1 call is held back at your level', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Wed and Thu, 1 to 3 pm').first()).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Where' })).toHaveValue('At the lot.');
    await expect.element(page.getByText('CRO Whitlock')).toBeVisible();
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    await noViolations(host);
  },
);

test('every call opens: its type, time, block and disposition, and the way to it in Explore', async () => {
  serve();
  const host = await open();
  for (const mark of ['1', '2', '3', '4']) {
    const name = page.getByRole('button', { name: new RegExp(`^Call ${mark}:`) });
    await name.click();
    await expect.element(page.getByText('Theft from vehicle', { exact: true }).last()).toBeVisible();
    const link = page.getByRole('link', { name: 'Show in Explore' });
    await expect.element(link).toHaveAttribute('href', expect.stringMatching(/from=2026-12-(09|10)/));
    await name.click();
  }
  await noViolations(host);
});

test('a call is left out only with a reason, stays listed with it, and is taken in again', async () => {
  const server = serve();
  const host = await open();
  await page.getByRole('checkbox', { name: 'Keep call 4' }).click();
  await expect.element(page.getByText('5 kept')).toBeVisible(); // asked, not yet left out
  await noViolations(host);
  await userEvent.keyboard('{Escape}');
  await leaveOut('4', 'Not the same kind');
  await expect.element(page.getByText('4 of 5 kept, 1 left out')).toBeVisible();
  await expect.element(page.getByText('Left out: Not the same kind')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('5 kept')).toBeVisible();
  await leaveOut('1', 'Too far away');
  await page.getByRole('button', { name: 'Take call a in again' }).click();
  await page.getByRole('checkbox', { name: 'Keep call 3' }).click();
  await userEvent.fill(page.getByRole('textbox', { name: 'Or in your own words' }), 'A towed car');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('Saved', { exact: true }).first()).toBeVisible();
  expect(server.now().calls.filter(({ kept }) => !kept)).toEqual([
    { callId: 'F-3', kept: false, reason: 'A towed car' },
  ]);
});

test('row and dot point at each other, and a dot of a call left out is hollow', async () => {
  serve();
  const host = await open();
  const pin = (callId: string) => host.querySelector<HTMLElement>(`[data-pin~="${callId}"]`);
  await expect.poll(() => pin('F-3')?.textContent).toBe('3');
  expect(pin('F-1')?.textContent).toBe('1, 2');
  await page.getByRole('button', { name: /^Call 3:/ }).hover();
  await expect.poll(() => pin('F-3')?.dataset.pointed).toBe('true');
  expect(pin('F-1')?.dataset.pointed).toBe('false');
  pin('F-1')?.dispatchEvent(new PointerEvent('pointerenter'));
  await expect.poll(() => host.querySelectorAll('tr[data-pointed="true"]').length).toBe(2);
  await leaveOut('3', 'Too far away');
  await expect.poll(() => pin('F-3')?.dataset.out).toBe('true');
});

test('a redraft shows what would change before anything does, and takes what is chosen', async () => {
  serve();
  const host = await open();
  await page.getByRole('button', { name: 'Redraft from the calls' }).click();
  const dialog = page.getByRole('dialog', { name: 'Redraft from the calls' });
  await expect.element(dialog.getByText('At the lot.')).toBeVisible();
  await expect.element(dialog.getByText(/Blocks with two or more: 2400 blk Tern Park Road \(3\)/)).toBeVisible();
  await noViolations(host);
  await dialog.getByRole('checkbox', { name: 'Where' }).click();
  await dialog.getByRole('button', { name: 'Take these' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Where' })).toHaveValue('At the lot.');
  await expect
    .element(page.getByRole('textbox', { name: 'What' }))
    .toHaveValue('4 calls: 3 theft from vehicle and 1 vandalism.');
});

test('what is printed is what is kept: until it is saved there is no page, and it is sent to those named', async () => {
  const server = serve();
  const host = await open();
  const pdf = page.getByRole('link', { name: 'PDF' });
  await expect
    .element(pdf)
    .toHaveAttribute('href', expect.stringMatching(/^\/api\/records\/patterns\/P-\d+\/bulletin\.pdf$/));
  await userEvent.fill(page.getByRole('textbox', { name: 'How' }), 'Side windows broken.');
  await expect.element(page.getByRole('button', { name: 'PDF' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(pdf).toBeVisible();
  await page.getByRole('combobox', { name: 'Add a person' }).selectOptions('CRO Amaro');
  await page.getByRole('button', { name: 'Send bulletin' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send the bulletin' });
  await expect.element(dialog.getByText('To 2 people', { exact: false })).toBeVisible();
  await noViolations(host);
  await dialog.getByRole('button', { name: 'Send it' }).click();
  await expect.element(page.getByText('PB-0001 was sent to 2 people.')).toBeVisible();
  expect(server.asked.at(-1)).toMatchObject({
    path: expect.stringMatching(/\/P-\d+\/bulletins$/),
    body: { revision: 2, sendTo: ['p-whitlock', 'p-amaro'] },
  });
  await expect.element(page.getByRole('link', { name: 'PB-0001 as Word' })).toBeVisible();
});

test('two who wrote at one place see both and choose; what only one wrote stands', async () => {
  const server = serve();
  const host = await open();
  await userEvent.fill(page.getByRole('textbox', { name: 'How' }), 'Mine.');
  server.byAnother({ name: 'Their name', synopsis: { ...aPattern().synopsis, how: 'Theirs.' } });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('Somebody else changed this pattern while you did')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Their name');
  await expect.element(page.getByRole('textbox', { name: 'How' })).toHaveValue('Mine.');
  await noViolations(host);
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => server.now().synopsis.how).toBe('Mine.');
  expect(server.now().name).toBe('Their name');
});

test('a lapsed session takes the screen away and nothing that was typed', async () => {
  const server = serve();
  await open();
  await userEvent.fill(page.getByRole('textbox', { name: 'How' }), 'By a crowbar.');
  server.goDown(true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.element(page.getByText('Nobody is signed in.')).toBeVisible();
  server.goDown(false);
  await open(); // drawn anew, as after the lock
  await expect.element(page.getByRole('textbox', { name: 'How' })).toHaveValue('By a crowbar.');
  await page.getByRole('button', { name: 'Let the changes go' }).click();
  await expect.element(page.getByRole('textbox', { name: 'How' })).toHaveValue('');
});

test('a pattern is closed with how it ended, and opened again', async () => {
  const server = serve();
  await open();
  await page.getByRole('button', { name: 'Close pattern' }).click();
  const dialog = page.getByRole('dialog', { name: 'Close the pattern' });
  await expect.element(dialog.getByRole('button', { name: 'Close it' })).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(dialog.getByRole('textbox', { name: 'How it ended' }), 'An arrest was made.');
  await dialog.getByRole('button', { name: 'Close it' }).click();
  await expect.element(page.getByText('Closed. An arrest was made.')).toBeVisible();
  expect(server.now()).toMatchObject({ status: 'closed', closedWhy: 'An arrest was made.' });
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect.poll(() => server.now().status).toBe('open');
});

test.each(['officer', 'auditor'] as const)('the %s reads it and changes nothing', async (role) => {
  serve({
    calls: [
      { callId: 'F-1', kept: true, reason: '' },
      { callId: 'F-2', kept: false, reason: 'Told twice' },
    ],
  });
  const host = await open(role);
  await expect.element(page.getByText('At the lot.')).toBeVisible();
  await expect.element(page.getByText('Left out: Told twice')).toBeVisible();
  expect(host.querySelectorAll('input, textarea, select')).toHaveLength(0);
  expect(page.getByRole('button', { name: 'Send bulletin' }).elements()).toEqual([]);
  await noViolations(host);
});

test('leaving with changes asks first: stay, let them go, or save them', async () => {
  const server = serve();
  const host = await open();
  await userEvent.fill(page.getByRole('textbox', { name: 'How' }), 'By a crowbar.');
  const away = page.getByRole('link', { name: 'All patterns' });
  await away.click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect.element(dialog).toBeVisible();
  await noViolations(host);
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect.element(page.getByRole('textbox', { name: 'How' })).toHaveValue('By a crowbar.');
  await away.click();
  await dialog.getByRole('button', { name: 'Save and leave' }).click();
  await expect.poll(() => server.now().synopsis.how).toBe('By a crowbar.');
  await expect.element(page.getByText('Not Found')).toBeVisible(); // the one screen of this test has been left
});
