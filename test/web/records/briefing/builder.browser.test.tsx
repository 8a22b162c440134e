import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Role } from '#data/schema/release-level.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { BriefingScreen } from '#web/records/briefing/briefing-screen.tsx';
import { concernIds, deskOf, draftOf, faultOf, lastItems, SUGGESTED, serveDesk } from './a-desk.ts';

afterEach(() => vi.unstubAllGlobals());

const show = (width = 1280, role: Role = 'officer', search = '') =>
  showScreenAt(
    { screen: BriefingScreen, path: '/groups/$groupId/briefing', address: `/groups/eastbank/briefing${search}` },
    role,
    width,
  );
const button = (name: string | RegExp) => page.getByRole('button', { name });
const saved = () => expect.element(page.getByText('Draft, saved')).toBeVisible();

test.each([1280, 390])(
  'at %i px the page stands as suggested, its numbers are told and cannot be typed',
  async (width) => {
    const { puts } = serveDesk(deskOf());
    const host = await show(width);
    await expect.element(page.getByRole('heading', { name: 'A page for Eastbank' })).toBeVisible();
    const calls = host.querySelector('section[aria-labelledby="part-calls"]');
    expect(calls?.textContent).toMatch(/33Thefts from carsusual 18 to 30\d+ on the last pageMore than usual/);
    expect(calls?.querySelectorAll('input, textarea, [contenteditable], button')).toHaveLength(0);
    expect(calls?.textContent).toContain('no line can be left out');
    expect(calls?.textContent).toContain('Not shown, to protect people');
    await expect.element(page.getByText('Since the last meeting, Nov 15, 2026, Eastbank Library.')).toBeVisible();
    await expect.element(page.getByText('5 of 5')).not.toBeInTheDocument();
    await expect.element(page.getByText('4 of 5')).toBeVisible();
    await expect.element(page.getByText('The release check passes.')).toBeVisible();
    expect(puts()).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    await expectNoAxeFaults(host);
  },
);

test('ticking, moving and rewording are kept by themselves, one after the other, each on what was kept last', async () => {
  const { puts } = serveDesk(deskOf());
  await show();
  await userEvent.click(page.getByRole('checkbox', { name: /Trucks that stand/ }));
  await saved();
  await userEvent.click(button(/^Move “Trucks that stand.*” up$/));
  await userEvent.click(button('Edit words of “Groups trying car doors on Linnet Avenue”'));
  const spanish = page.getByRole('textbox', { name: 'We did, Spanish' });
  await expect.element(page.getByText('Nobody has written it yet').first()).toBeVisible();
  await userEvent.fill(spanish, 'Hablamos con 14 vecinos.');
  await expect
    .poll(() => puts().at(-1)?.body)
    .toMatchObject({
      revision: expect.any(Number),
      choices: { words: { 'concern/C-0391': { did: { es: 'Hablamos con 14 vecinos.' } } } },
    });
  expect(puts()[0]?.body).toMatchObject({ revision: null, meetingId: 'M-0034' });
  expect(concernIds(lastItems(puts()))).toEqual(['C-0388', 'C-0391', 'C-0402', 'C-0411', 'C-0410']);
  page
    .getByRole('checkbox', { name: /Car windows/ })
    .element()
    .focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(() => concernIds(lastItems(puts()))).toEqual(['C-0391', 'C-0388', 'C-0402', 'C-0411', 'C-0410']);
});

test('a row is dragged to the place of another one', async () => {
  const { puts } = serveDesk(deskOf());
  const host = await show();
  await expect.element(page.getByText('The release check passes.')).toBeVisible();
  const row = (id: string) => host.querySelector(`[data-item="concern/${id}"]`);
  const carried = new DataTransfer();
  const grip = row('C-0402')?.querySelector('[draggable]');
  grip?.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: carried }));
  await expect.poll(() => row('C-0402')?.className).toMatch(/dragged/);
  row('C-0388')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: carried }));
  await expect.poll(() => puts().length).toBe(1);
  expect(concernIds(lastItems(puts()))).toEqual(['C-0402', 'C-0388', 'C-0391', 'C-0410']);
});

test('each change is taken back and done again, also by key, and what was suggested is one press away', async () => {
  const { puts, sent } = serveDesk(deskOf());
  await show();
  const box = page.getByRole('checkbox', { name: /Cars speeding/ });
  await userEvent.click(box);
  await expect.element(box).not.toBeChecked();
  await userEvent.click(button('Undo'));
  await expect.element(box).toBeChecked();
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.element(box).not.toBeChecked();
  await expect.poll(() => puts().length).toBe(1);
  await userEvent.fill(page.getByRole('textbox', { name: 'A line of your own, English' }), 'Bring a neighbor.');
  await expect
    .poll(() => puts().at(-1)?.body)
    .toMatchObject({ choices: { line: { en: 'Bring a neighbor.', es: null } } });
  await saved();
  await userEvent.click(button('Start again from what is suggested'));
  await expect.element(box).toBeChecked();
  expect(sent.find(({ method }) => method === 'DELETE')?.path).toContain('draft?revision=2');
  await userEvent.click(button('Undo'));
  await expect
    .element(page.getByRole('textbox', { name: 'A line of your own, English' }))
    .toHaveValue('Bring a neighbor.');
});

test('what somebody else kept meanwhile stands beside one’s own, and neither is lost', async () => {
  const theirs = draftOf(7, { ...SUGGESTED, line: { en: 'Theirs.', es: null } });
  const { puts } = serveDesk(deskOf({ draft: draftOf(3) }), ({ method, body }) => {
    const { revision } = (body ?? {}) as { revision?: number }; // our own screen sent it
    return method === 'PUT' && revision === 3
      ? Response.json({ detail: 'Changed meanwhile', current: theirs }, { status: 409 })
      : undefined;
  });
  const host = await show();
  const line = page.getByRole('textbox', { name: 'A line of your own, English' });
  await userEvent.fill(line, 'Mine.');
  await expect.element(page.getByText('Somebody else changed this page while you did')).toBeVisible();
  await expect.element(page.getByText('Mine.', { exact: false }).first()).toBeVisible();
  await expect.element(button('Release')).toHaveAttribute('aria-disabled', 'true');
  await expectNoAxeFaults(host);
  await userEvent.click(button('Take theirs'));
  await expect.element(line).toHaveValue('Theirs.');
  await userEvent.click(button('Undo'));
  await expect.element(line).toHaveValue('Mine.');
  await expect.poll(() => puts().at(-1)?.body).toMatchObject({ revision: 7, choices: { line: { en: 'Mine.' } } });
});

test('a fault of the release check leads to its field, and nothing is released before it is mended', async () => {
  serveDesk(
    deskOf({
      faults: [
        faultOf(),
        faultOf({ itemId: null, field: 'phone', language: null, kind: 'no-phone', text: '', message: 'No phone.' }),
      ],
    }),
  );
  const host = await show();
  await expect.element(page.getByText('2 things to mend before it can be released')).toBeVisible();
  await expect.element(button('Release')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByRole('link', { name: 'Open the settings' })).toHaveAttribute('href', '/settings');
  await expectNoAxeFaults(host);
  await userEvent.click(button('C-0391, We did, English'));
  await expect.element(page.getByRole('textbox', { name: 'We did, English' })).toHaveFocus();
  await expect
    .element(page.getByRole('textbox', { name: 'We did, English' }))
    .toHaveAccessibleDescription(/Mr. Alvarez/);
});

test('a page that does not fit in a language is not released, though it is not the one in sight', async () => {
  serveDesk(deskOf({ draft: draftOf(3) }), ({ path }) =>
    path.includes('preview.html') && path.includes('language=es')
      ? Response.json({ detail: 'The words do not fit on one page.' }, { status: 422 })
      : undefined,
  );
  await show();
  await expect.element(page.getByText('1 thing to mend before it can be released')).toBeVisible();
  await expect.element(page.getByText('The page in Spanish')).toBeVisible();
  await expect.element(page.getByText('The words do not fit on one page.')).toBeVisible();
  await expect.element(button('Release')).toHaveAttribute('aria-disabled', 'true');
});

test('the release says what it does; where something changed since, nothing is released', async () => {
  let isTaken = false;
  const { sent } = serveDesk(deskOf({ draft: draftOf(3) }), ({ method, path }) => {
    if (method !== 'POST' || !path.endsWith('/hand-outs')) return undefined;
    isTaken = !isTaken;
    return Response.json({ detail: 'Changed meanwhile', current: null }, { status: 409 });
  });
  const host = await show();
  await userEvent.click(button('Release'));
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Its numbers are told for good', { exact: false })).toBeVisible();
  await expectNoAxeFaults(host);
  await userEvent.click(dialog.getByRole('button', { name: 'Release' }));
  await expect.element(page.getByText('Something changed since you looked')).toBeVisible();
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ revision: 3, factsHash: 'f'.repeat(64) });
});

test('an empty record still gives a page, and says that there is nothing else to tell', async () => {
  serveDesk(deskOf({ offered: [], suggested: { items: [], words: {}, line: null } }));
  await show();
  await expect.element(page.getByText('The page still tells the calls', { exact: false })).toBeVisible();
});

test('days that cannot be counted are said plainly, and others can be asked for', async () => {
  const { sent } = serveDesk(deskOf(), ({ path }) =>
    path.includes('from=2026-10-01')
      ? undefined
      : Response.json({ detail: 'Eastbank had no boundary on 2026-12-13: draw one.' }, { status: 422 }),
  );
  const host = await show();
  await expect.element(page.getByText('draw one', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'See the boundary' })).toBeVisible();
  await expectNoAxeFaults(host);
  await userEvent.fill(page.getByLabelText('First day'), '2026-10-01');
  await userEvent.fill(page.getByLabelText('Last day'), '2026-10-31');
  await userEvent.click(button('Count these days'));
  await expect
    .poll(() => sent.map(({ path }) => path))
    .toContain('/api/records/groups/eastbank/hand-out?from=2026-10-01&to=2026-10-31');
});

test('who may read it only sees the page with nothing to press, and who may not is told so', async () => {
  const { puts } = serveDesk(deskOf({ draft: draftOf(3) }));
  const host = await show(1280, 'analyst');
  await expect.element(page.getByText('Your role reads this page', { exact: false })).toBeVisible();
  expect(button('Release').elements()).toEqual([]);
  expect(host.querySelector('fieldset[disabled]')).not.toBeNull();
  expect(puts()).toEqual([]);
  await show(1280, 'city-partner');
  await expect.element(page.getByText('Preparing a page is not open to your role')).toBeVisible();
});
