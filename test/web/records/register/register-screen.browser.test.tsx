import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen, showScreenAt } from '#test/web/records/show-screen.tsx';
import { KindScreen } from '#web/records/register/kind-screen.tsx';
import { RegisterScreen } from '#web/records/register/register-screen.tsx';
import { counts, entryOf, serveRegister } from './a-register.ts';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

test.each([390, 1280])('at %i every kind stands on its shelf, and what is due is the first sentence', async (width) => {
  serveRegister('coordinator', { '/api/records/register': () => counts });
  await page.viewport(width, 900);
  const host = await showScreen(RegisterScreen, 'coordinator', width);
  await expect.element(page.getByText('3 watches have lapsed.')).toBeVisible();
  await expect.element(page.getByText('3 lapsed', { exact: true })).toBeVisible();
  expect(page.getByRole('rowheader').elements()).toHaveLength(counts.length);
  expect(page.getByRole('link', { name: 'Neighborhood watches' }).element().getAttribute('href')).toBe(
    '/register/watch',
  );
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
});

test('a role without the register is told so, and a server that fails is asked again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'The register is not yours.' }, { status: 403 }));
  await showScreen(RegisterScreen, 'city-partner');
  await expect.element(page.getByText('Your role does not see the register')).toBeVisible();
  let isBack = false;
  vi.stubGlobal('fetch', async (path: string) =>
    isBack && path === '/api/records/register'
      ? Response.json(counts)
      : Response.json({ detail: 'The records cannot be reached.' }, { status: 503 }),
  );
  await showScreen(RegisterScreen, 'coordinator');
  await expect.element(page.getByText('The register cannot be read')).toBeVisible();
  isBack = true;
  await userEvent.click(page.getByRole('button', { name: 'Try again' }));
  await expect.element(page.getByText('3 watches have lapsed.')).toBeVisible();
});

const assessments = { screen: KindScreen, path: '/register/$kind', address: '/register/assessment' };
const listed = [
  entryOf('assessment', { status: 'following-up', dueOn: '2026-12-03', groupId: 'eastbank' }),
  entryOf('assessment', { entryId: 'AS-0002', title: 'Laundry room', dueOn: '2026-12-20' }),
];

test.each([390, 1280])('at %i a kind lists its entries with what is late, and narrows by words', async (width) => {
  const asked: string[] = [];
  serveRegister('coordinator', { '/api/records/register/assessment': () => ({ entries: listed, total: 2 }) });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push(path);
    return fetch(path, init);
  });
  await page.viewport(width, 900);
  const host = await showScreenAt(assessments, 'coordinator', width);
  await expect.element(page.getByText('Follow-up visit: 11 days ago')).toBeVisible();
  await expect.element(page.getByText('Follow-up visit: in 6 days')).toBeVisible();
  expect(
    page
      .getByRole('link', { name: /Tern Park lot/ })
      .element()
      .getAttribute('href'),
  ).toBe('/register/assessment/AS-0001');
  expect(page.getByRole('link', { name: 'Add an assessment' }).element().getAttribute('href')).toBe(
    '/register/assessment/new',
  );
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await userEvent.fill(page.getByRole('searchbox', { name: 'Find by title or reference' }), 'laundry');
  await expect.poll(() => asked.at(-1)).toContain('words=laundry');
  expect(asked.at(-1)).toContain('open=true');
});

test('an empty kind says so, and who may not add is told who keeps it', async () => {
  serveRegister('officer', { '/api/records/register/survey-wave': () => ({ entries: [], total: 0 }) });
  await showScreenAt({ ...assessments, address: '/register/survey-wave' }, 'officer');
  await expect.element(page.getByRole('heading', { name: 'No survey waves here' })).toBeVisible();
  await expect.element(page.getByText(/^Kept by: coordinator/)).toBeVisible();
  expect(page.getByRole('link', { name: 'Add a survey wave' }).elements()).toHaveLength(0);
});
