import { createMemoryHistory } from '@tanstack/react-router';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { openSmallCity } from '#test/web/app/small-door.ts';
import { App } from '#web/app/app.tsx';
import { aStory } from './a-story.ts';

type Sent = { method: string; path: string; body: unknown };

/** The records' server as far as the page asks it: one story, and answers to what is sent. */
async function openAt(story: () => Response, taken: (sent: Sent) => Response = () => Response.json({}), width = 1280) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path.endsWith('/story')) return story();
    const one = { method: init.method ?? 'GET', path, body: JSON.parse(String(init.body ?? 'null')) };
    sent.push(one);
    return taken(one);
  });
  await page.viewport(width, 900);
  const history = createMemoryHistory({ initialEntries: ['/concerns/C-0388'] });
  const host = await show(<App {...openSmallCity()} history={history} />, width);
  return { host, sent };
}
afterEach(() => vi.unstubAllGlobals());
const ok = () => Response.json(aStory());

test('the page shows the sentence, both lines of the chart, the three columns and the silent referral', async () => {
  const { host } = await openAt(ok);
  await expect.element(page.getByRole('heading', { name: 'Loud cars by the Tern Park lot' })).toBeVisible();
  await expect
    .element(page.getByText(/^Since the first action, \d+ of 8 weeks were in the usual range of/))
    .toBeVisible();
  await expect.element(page.getByText('You told us Oct 7')).toBeVisible();
  await expect.element(page.getByText('First action Nov 4')).toBeVisible();
  for (const heading of ['You said', 'We did', 'Not yet', 'When we will know'])
    await expect.element(page.getByRole('heading', { name: heading })).toBeVisible();
  await expect.element(page.getByText('Silent 51 days').first()).toBeVisible();
  const { violations } = await axe.run(host.querySelector('#main > *') ?? host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a concern without a kind says that calls cannot be counted beside it', async () => {
  await openAt(() => Response.json(aStory({ category: null })));
  await expect.element(page.getByText(/No kind is set/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'You said' })).toBeVisible();
});

test('one that is not there, and one that is not theirs, say so', async () => {
  await openAt(() => Response.json({ detail: 'The concern C-0388 is not here.' }, { status: 404 }));
  await expect.element(page.getByRole('heading', { name: 'This concern is not here' })).toBeVisible();
  await openAt(() => Response.json({ detail: 'Your role may not do this.' }, { status: 403 }));
  await expect.element(page.getByText('Your role does not read concerns')).toBeVisible();
});

test('at a conflict the words stay, what changed is shown, and they can be sent with the new revision', async () => {
  let revision = 4;
  const theirs = { ...aStory().updates[0], updateId: 'U-7', words: 'The lamps are ordered.' };
  const story = () => {
    const now = aStory({ revision });
    return Response.json({ ...now, updates: revision === 4 ? now.updates : [theirs, ...now.updates] });
  };
  const { sent } = await openAt(story, ({ body }) => {
    const isStale = (body as { revision: number }).revision !== 5; // what the form sends
    revision = 5;
    return isStale
      ? Response.json({ detail: 'changed', current: {} }, { status: 409 })
      : Response.json(aStory().concern);
  });
  await userEvent.click(page.getByRole('button', { name: 'Log action' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'What was done' }), 'Tip cards on 120 windshields.');
  await userEvent.click(page.getByRole('button', { name: 'Log it' }));
  await expect.element(page.getByText('Somebody else wrote here while you did')).toBeVisible();
  await expect
    .element(page.getByRole('textbox', { name: 'What was done' }))
    .toHaveValue('Tip cards on 120 windshields.');
  await userEvent.click(page.getByRole('button', { name: 'Send mine too' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent.at(-1)).toMatchObject({ body: { revision: 5, kind: 'did', words: 'Tip cards on 120 windshields.' } });
});

test('"not ours" asks which unit declined, and the field that was refused says so', async () => {
  const refusal = { detail: 'x', errors: [{ path: 'declinedBy', message: 'Say which unit declined.' }] };
  await openAt(ok, () => Response.json(refusal, { status: 422 }));
  await userEvent.click(page.getByRole('button', { name: 'More', exact: true }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Close it' }));
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Reason, said honestly' }), 'Not ours');
  await userEvent.fill(page.getByRole('textbox', { name: 'Words to the group' }), 'The lamps are the city’s.');
  await userEvent.click(page.getByRole('button', { name: 'Close it' }));
  await expect.element(page.getByText('Say which unit declined.')).toBeVisible();
});

test('1902.3 A: on paper the intake sheet stands alone: its three named parts, on one page', async () => {
  const { host } = await openAt(ok);
  await expect.element(page.getByRole('heading', { name: 'Intake sheet' })).toBeVisible();
  const sheet = host.querySelector('[data-prints="alone"]');
  const seen = (element: Element | null) => element?.checkVisibility();
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print' });
  try {
    // what is only made invisible keeps its room, and the sheet would stand on each of its pages
    expect([seen(host.querySelector('h1')), seen(host.querySelector('#main aside')), seen(sheet)]).toEqual([
      false,
      false,
      true,
    ]);
    const parts = [...(sheet?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent);
    expect(parts).toEqual(['Concern', 'Efforts so far', 'Recommended solutions']);
    const ends = sheet?.lastElementChild?.getBoundingClientRect();
    expect((ends?.bottom ?? 9999) - (sheet?.getBoundingClientRect().top ?? 0)).toBeLessThan(960); // Letter at 96 dpi, margins off
  } finally {
    await cdp().send('Emulation.setEmulatedMedia', { media: '' });
  }
});

test('1902.3 A: the three named parts are exported together, in one file, and the export is told to the audit', async () => {
  const { sent } = await openAt(ok);
  const files: Blob[] = [];
  const asAddress = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob); // the page saves nothing else
    return '#';
  });
  await userEvent.click(page.getByRole('button', { name: 'Export the sheet' }));
  asAddress.mockRestore();
  const { concern } = aStory();
  const lines = (await files[0]?.text())?.split('\r\n') ?? [];
  expect(lines.slice(1, 4)).toEqual([
    `Concern,"${concern.words}"`,
    `Efforts so far,${concern.efforts}`,
    `Recommended solutions,${concern.recommendedSolutions}`,
  ]);
  expect(lines).toContain('Reference,C-0388');
  const told = sent.filter(({ path }) => path === '/api/audit/acts').map(({ body }) => body);
  expect(told).toContainEqual({ action: 'export', kind: 'concern', recordId: 'C-0388', words: 'Intake sheet' });
});
