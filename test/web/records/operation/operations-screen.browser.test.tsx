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
  feed: {
    folders: [
      {
        ...{ source: 'city', title: 'Calls for service', folder: '/srv/cad/drop' },
        ...{ sinceLocal: '2026-12-01T08:00:00', trouble: '' },
      },
    ],
    waiting: [
      {
        ...{ file: 'calls-2026-12-13.csv', source: 'city', sizeBytes: 900, at: '2026-12-14T11:00:00.000Z' },
        ...{ atLocal: '2026-12-14T06:00:00', outcome: 'mostly-rejected', words: '', line: null, column: null },
        report: {
          ...{ read: 300, accepted: 100, rejected: 180, duplicates: 16, superseded: 4, unplaced: 0, span: null },
          rejects: [{ line: 7, column: 'received_local', reason: 'no such day or hour' }],
        },
      },
    ],
    files: [
      {
        ...{ file: 'notes.csv', source: 'city', sizeBytes: 90, at: '2026-12-13T11:00:00.000Z', report: null },
        ...{ atLocal: '2026-12-13T06:00:00', outcome: 'refused', words: 'the file has a header and no rows' },
        ...{ line: 2, column: null },
      },
    ],
  },
  mail: { from: null, address: null },
  database: { version: '18.1', sizeBytes: 42_000_000, stepsDone: 10, stepsKnown: 10 },
};
afterEach(() => vi.unstubAllGlobals());

test('what failed is the first sentence, each with its reason, and a missing mail server says what to set', async () => {
  vi.stubGlobal('fetch', async () => Response.json(troubled));
  const host = await showScreen(OperationsScreen, 'administrator', 390);
  await expect
    .element(page.getByText('1 call file waits to be mended; 1 job failed; 1 letter waits or failed.'))
    .toBeVisible();
  await expect.element(page.getByText('connect ECONNREFUSED', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/The administrator sets COMMONBEAT_SMTP_URL/)).toBeVisible();
  await expect.element(page.getByText('PostgreSQL 18.1, 42 MB')).toBeVisible();
  const sum = '300 read = 100 accepted + 180 rejected + 16 duplicates + 4 superseded';
  await expect.element(page.getByText(sum)).toBeVisible();
  await expect.element(page.getByText('Line 7, received_local: no such day or hour')).toBeVisible();
  await expect.element(page.getByText('and 179 more')).toBeVisible();
  await expect.element(page.getByText('Line 2: the file has a header and no rows')).toBeVisible();
  await expect.element(page.getByText('/srv/cad/drop')).toBeVisible();
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

test('where no folder is watched it says how to begin; one that is gone is a fault', async () => {
  const feed = { folders: [], waiting: [], files: [] };
  vi.stubGlobal('fetch', async () => Response.json({ ...troubled, feed }));
  await showScreen(OperationsScreen, 'administrator');
  await expect.element(page.getByText(/No folder is watched/)).toBeVisible();
  const gone = { ...troubled.feed, folders: [{ ...troubled.feed.folders[0], trouble: 'there is no such folder' }] };
  vi.stubGlobal('fetch', async () => Response.json({ ...troubled, feed: gone }));
  await showScreen(OperationsScreen, 'coordinator');
  await expect.element(page.getByText('The watched folder cannot be read: there is no such folder')).toBeVisible();
});
