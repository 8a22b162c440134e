import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Operations } from '#data/schema/records/operation.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { OperationsScreen } from '#web/records/operation/operations-screen.tsx';

const troubled: Operations = {
  jobs: [
    {
      name: 'letters-out',
      at: '2026-12-14T07:41:00',
      isDone: false,
      words: '0 sent; then the mail server did not take them: ECONNREFUSED',
    },
    { name: 'nightly', at: '2026-12-14T02:10:00', isDone: true, words: '2 notices' },
  ],
  letters: [
    {
      ...{ mailOutId: 'MO-0009', to: ['quill@example.org'], status: 'waiting', tries: 3 },
      ...{ lastError: 'connect ECONNREFUSED', queuedAt: '2026-12-13T18:00:00', sentAt: null },
    },
  ],
  feed: { folders: [], waiting: [], files: [] },
  mail: { from: null, address: null },
  database: { version: '18.1', sizeBytes: 42_000_000, stepsDone: 10, stepsKnown: 10 },
};
afterEach(() => vi.unstubAllGlobals());

test('what failed is the first sentence, each with its reason, and a missing mail server says what to set', async () => {
  vi.stubGlobal('fetch', async () => Response.json(troubled));
  const host = await showScreen(OperationsScreen, 'administrator', 390);
  await expect.element(page.getByText('1 job failed; 1 letter waits or failed.')).toBeVisible();
  await expect.element(page.getByText('connect ECONNREFUSED', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/The administrator sets COMMONBEAT_SMTP_URL/)).toBeVisible();
  await expect.element(page.getByText('PostgreSQL 18.1, 42 MB')).toBeVisible();
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a server that cannot be asked is told, with a way to try again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'The records cannot be reached.' }, { status: 503 }));
  await showScreen(OperationsScreen, 'auditor');
  await expect.element(page.getByText('The records cannot be reached.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
