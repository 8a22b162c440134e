import { createMemoryHistory } from '@tanstack/react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { App } from '#web/app/app.tsx';
import { openSmallCity } from './small-door.ts';

afterEach(() => vi.restoreAllMocks());

/** The app over a small city, with what it tells the audit and how often it ended its worker. Its server never answers a lock. */
async function watchedCity(address: string) {
  const { openDoor, api } = openSmallCity();
  const ended = vi.fn();
  const told: { action: string; kind: string; recordId: string; words: string }[] = [];
  const reach = window.fetch.bind(window);
  vi.spyOn(window, 'fetch').mockImplementation((path, init) => {
    if (path !== '/api/audit/acts') return reach(path, init);
    told.push(JSON.parse(String(init?.body)));
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  const watched = () => {
    const door = openDoor();
    const terminate = () => {
      ended();
      door.terminate();
    };
    return { ...door, terminate };
  };
  const lock = () => new Promise<void>(() => undefined);
  await page.viewport(1280, 900);
  const history = createMemoryHistory({ initialEntries: [address] });
  const host = await show(<App openDoor={watched} api={{ ...api, lock }} history={history} />, 1280);
  return { host, ended, told };
}

test('a page that nobody touched takes its map away and ends its worker without waiting for the server', async () => {
  const { host, ended } = await watchedCity('/');
  const maps = () => host.querySelectorAll('canvas').length;
  await expect.poll(maps, { timeout: 30_000 }).toBeGreaterThan(0);
  const look = (minutes: number) => {
    vi.spyOn(Date, 'now').mockReturnValue(openedAt + minutes * 60_000);
    document.dispatchEvent(new Event('visibilitychange')); // one of the moments at which the page looks at the clock
  };
  const openedAt = Date.now();
  look(14);
  await expect.element(page.getByRole('button', { name: /Signed in as Analyst Amara Boateng/ })).toBeVisible();
  expect([maps() > 0, ended.mock.calls.length]).toEqual([true, 0]);
  look(15);
  await expect.poll(maps).toBe(0);
  expect(ended).toHaveBeenCalledOnce();
});

test('the calls that were loaded, a print and a file of one’s own question are told to the audit', async () => {
  const { told } = await watchedCity('/sql');
  await userEvent.click(page.getByRole('button', { name: 'Run' }));
  await userEvent.click(page.getByRole('button', { name: 'CSV' }));
  window.dispatchEvent(new Event('beforeprint'));
  expect(told.map(({ action, kind }) => `${action} ${kind}`)).toEqual([
    'view-exact extract',
    'export sql',
    'print page',
  ]);
  expect(told[0]?.words).toMatch(/^\d+ calls loaded$/);
  expect(told[1]?.words).toMatch(/^\d+ rows: .*select/is);
});
