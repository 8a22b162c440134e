import { onlineManager } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { ApiFailed } from '#web/api.ts';
import { App } from '#web/app/app.tsx';
import { keepState, readState } from '#web/wall/live/kept-state.ts';
import { openSmallCity } from './small-door.ts';

const openAt = async (address: string, city = openSmallCity()) => {
  await page.viewport(1280, 900);
  const history = createMemoryHistory({ initialEntries: [address] });
  const host = await show(<App {...city} history={history} />, 1280);
  return { host, history };
};
const total = () => page.getByRole('region', { name: 'What is counted' });

test('the table twin opens on the last full week, alphabetical, and adds up', async () => {
  const { host } = await openAt('/?view=table');
  await expect.element(page.getByRole('heading', { name: 'Groups' })).toBeVisible();
  const names = [...host.querySelectorAll('tbody th button')].map((name) => name.textContent).slice(0, 2);
  expect(names).toEqual(['East', 'West']);
  expect(host.querySelector('footer')?.textContent).toMatch(/\d+ in groups=\d+ in one\+\d+ in several/);
});

test('a kind taken in the panel narrows the sentence and the address, and Back widens both', async () => {
  const { history } = await openAt('/?view=table&from=2024-01-01&to=2024-12-29');
  const noise = page.getByRole('button', { name: 'Noise', exact: true });
  await userEvent.click(noise);
  await expect.element(page.getByRole('button', { name: 'Kind of call: Noise' })).toBeVisible();
  expect(history.location.search).toContain('kinds=noise');
  history.back();
  await expect.element(page.getByRole('button', { name: 'Kind of call: any kind' })).toBeVisible();
});

test('an area picked in the table by keyboard opens its panel', async () => {
  await openAt('/?view=table');
  const west = page.getByRole('button', { name: 'West', exact: true });
  await expect.element(west).toBeVisible();
  west.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'West' })).toBeVisible();
  await expect.element(page.getByText('Overlaps East.')).toBeVisible();
});

test('a filter that nothing passes names the part to loosen, with its count', async () => {
  await openAt('/?view=table&from=2024-01-01&to=2024-12-29&kinds=arson');
  await expect.element(page.getByText('No calls match these filters')).toBeVisible();
  await expect.element(page.getByText(/Without the kind there would be [\d,]+\./)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Any kind' }));
  await expect.element(total()).not.toHaveTextContent(/^0 calls/);
  await expect.element(page.getByText('No calls match these filters')).not.toBeInTheDocument();
});

test('signing out shows the door, and a press on a person opens the page again', async () => {
  await openAt('/sources');
  await userEvent.click(page.getByRole('button', { name: /Signed in as Analyst Amara Boateng/ }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Sign out' }));
  const enter = page.getByRole('button', { name: 'Enter as Analyst Amara Boateng analyst' });
  await expect.element(enter).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Sources' })).not.toBeInTheDocument();
  await userEvent.click(enter);
  await expect.element(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test.each(['Sign out', 'Lock and clear'])('%s leaves no board of a wall that was looked at here', async (act) => {
  await keepState({ board: typicalBoard, ground: null, clockLocal: '2026-12-14T07:42:00', keptAt: 0 });
  await openAt('/sources');
  await userEvent.click(page.getByRole('button', { name: /Signed in as Analyst Amara Boateng/ }));
  expect(await readState()).not.toBeNull();
  await userEvent.click(page.getByRole('menuitem', { name: act }));
  await expect.poll(readState).toBeNull();
});

test('lock clears the screen before the door forgets, and unlock reads again where one was', async () => {
  await openAt('/sources');
  await userEvent.click(page.getByRole('button', { name: /Signed in as Analyst Amara Boateng/ }));
  await userEvent.click(page.getByRole('menuitem', { name: 'Lock and clear' }));
  await expect.element(page.getByText('The map was cleared')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Sources' })).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('button', { name: 'Unlock' }));
  await expect.element(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
});

test('a page that stays open over midnight goes on with the new day', async () => {
  const { openDoor, api } = openSmallCity();
  const at = async (nowLocal: string) => ({ ...(await api.session()), demo: true, nowLocal });
  const welcome = async () => ({ ...(await api.welcome()), session: await at('2025-01-06T23:59:00') });
  const seen = () => at('2025-01-07T00:00:10');
  await openAt('/sources', { openDoor, api: { ...api, welcome, session: seen, watch: seen } });
  await expect.element(page.getByRole('heading', { name: 'Sources' })).toBeVisible();
  document.dispatchEvent(new Event('visibilitychange')); // one of the moments at which the page asks the server
  await userEvent.click(page.getByRole('button', { name: /Signed in as Analyst Amara Boateng/ }));
  await expect.element(page.getByRole('menuitem', { name: 'Demo clock: Tue, Jan 7' })).toBeVisible();
});

test('a server that cannot be reached is said in words, with nothing half shown', async () => {
  const away = async () => {
    throw new ApiFailed(0, 'the server did not answer at /api/welcome: check the connection and try again');
  };
  const { openDoor, api } = openSmallCity();
  await openAt('/', { openDoor, api: { ...api, welcome: away } });
  await expect.element(page.getByText('The server did not answer at /api/welcome')).toBeVisible();
  await expect.element(page.getByText('Nothing is shown, so that nothing wrong is shown.')).toBeVisible();
});

test('without a connection a list says that it could not be read, and never stands as empty or still coming', async () => {
  onlineManager.setOnline(false);
  try {
    const { openDoor, api } = openSmallCity();
    const session = { ...(await api.session()), role: 'coordinator' } as const;
    const welcome = async () => ({ ...(await api.welcome()), session });
    await openAt('/concerns', { openDoor, api: { ...api, welcome } });
    await expect.element(page.getByRole('main').getByRole('alert')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Triage', exact: true })).toBeVisible(); // no number that nobody counted
  } finally {
    onlineManager.setOnline(true);
  }
});

test.each([
  ['analyst', 'Go to Explore', '/'],
  ['auditor', 'Go to Audit', '/audit'],
] as const)(
  'an address of ours that does not exist is named, and leads a %s back where the role begins',
  async (role, back, home) => {
    const { openDoor, api } = openSmallCity();
    const welcome = async () => ({ ...(await api.welcome()), session: { ...(await api.session()), role } });
    await openAt('/nowhere', { openDoor, api: { ...api, welcome } });
    await expect.element(page.getByText('No such page')).toBeVisible();
    await expect.element(page.getByText('Nothing stands at /nowhere.')).toBeVisible();
    await expect.element(page.getByRole('link', { name: back })).toHaveAttribute('href', home);
  },
);

test('a role without calls is told so where the calls would stand, and led to where it begins', async () => {
  const { openDoor, api } = openSmallCity();
  const welcome = async () => ({
    ...(await api.welcome()),
    session: { ...(await api.session()), role: 'auditor' as const },
  });
  await openAt('/', { openDoor, api: { ...api, welcome } });
  await expect.element(page.getByText('Not a screen of your role')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Go to Audit' })).toHaveAttribute('href', '/audit');
});

test.each(['/?view=table', '/?view=table&area=g-west', '/spikes', '/sources'])(
  '%s has no accessibility fault that axe can find',
  async (address) => {
    const { host } = await openAt(address);
    await expect.poll(() => host.querySelectorAll('#main :is(h1, h2)').length, { timeout: 10_000 }).toBeGreaterThan(1);
    const { violations } = await axe.run(host, {
      rules: {
        'landmark-main-is-top-level': { enabled: false },
        'landmark-no-duplicate-main': { enabled: false },
        'landmark-unique': { enabled: false },
      },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  },
);
