import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { WallCodeScreen } from '#web/records/wall-code/wall-code-screen.tsx';

const refusal = (status: number) => Response.json({ title: 'Refused', detail: 'Not here.' }, { status });
const at = { screen: WallCodeScreen, path: '/wall-code/$code', address: '/wall-code/7K4M' };
afterEach(() => vi.unstubAllGlobals());

test('a code goes on to the question that the wall showed', async () => {
  vi.stubGlobal('fetch', async (path: string) =>
    path === '/api/wall-codes/7K4M'
      ? Response.json({ code: '7K4M', address: '/wall-code/8888', words: 'Eastbank, theft from vehicle' })
      : refusal(404),
  );
  await showScreenAt(at, 'section-commander');
  await expect.element(page.getByText('No wall has shown 8888')).toBeVisible(); // the address it led to
});

test('a wrong code says what to compare, and is typed again in the same place', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return refusal(404);
  });
  const host = await showScreenAt(at, 'coordinator', 390);
  await expect.element(page.getByText('No wall has shown 7K4M')).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.fill(page.getByRole('textbox', { name: 'Code' }), 'bc-d1');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('No wall has shown BCD1')).toBeVisible();
  expect(asked.at(-1)).toBe('/api/wall-codes/BCD1');
});

test('who may not ask is told so', async () => {
  vi.stubGlobal('fetch', async () => refusal(403));
  await showScreenAt(at, 'auditor');
  await expect.element(page.getByText('Your role does not open codes from a wall')).toBeVisible();
});
