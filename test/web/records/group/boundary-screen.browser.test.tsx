import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { BoundaryPage } from '#web/records/group/boundary-screen.tsx';
import { groundOf, groupOf, serve, versionOf } from './a-registry.ts';

afterEach(() => vi.unstubAllGlobals());

const answers = {
  '/api/records/groups/eastbank': { group: groupOf('eastbank', { name: 'Eastbank' }), designations: [] },
  '/api/records/groups/eastbank/boundaries': [versionOf('eastbank', -105)],
  '/api/records/groups/eastbank/shared-ground': [
    { groupId: 'millrace', name: 'Millrace', squareMeters: 12_000, shareOfThis: 0.12 },
  ],
  '/api/groups/boundaries': { features: [groundOf('eastbank', -105), groundOf('millrace', -104.99)] },
  '/api/records/concerns/known': { people: [], groups: [], units: [], triageDays: 2, actionDays: 7 },
};
const Editor = () => <BoundaryPage groupId="eastbank" />;
const next = page.getByRole('button', { name: 'Next corner' });

test('a corner is moved without a drag by typed degrees and by pushes, and undone', async () => {
  serve(answers);
  const host = await showScreen(Editor, 'coordinator');
  await userEvent.click(next);
  const lat = page.getByRole('textbox', { name: 'Latitude' });
  await expect.element(lat).toHaveValue('40');
  await userEvent.click(page.getByRole('button', { name: 'North' }));
  await expect.element(lat).toHaveValue('40.00009');
  await userEvent.click(page.getByRole('button', { name: 'South' }));
  await expect.element(lat).toHaveValue('40');
  await userEvent.fill(lat, '40.002');
  await userEvent.keyboard('{Enter}');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await userEvent.click(next);
  await expect.element(lat).toHaveValue('40');
  await expect.element(page.getByText('Millrace: 12% of this ground, 12,000 m²')).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('a boundary is saved with its day and reason, and somebody else’s change loses nothing', async () => {
  const sent = serve(answers, ({ path }) =>
    path.endsWith('/boundaries') ? Response.json({ detail: 'Changed meanwhile' }, { status: 409 }) : undefined,
  );
  await showScreen(Editor, 'coordinator');
  await userEvent.click(next);
  await userEvent.click(page.getByRole('button', { name: 'Remove it' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Reason' }), 'Voted in October');
  await userEvent.click(page.getByRole('button', { name: 'Save the boundary' }));
  await expect.element(page.getByText('Somebody else changed this group while you drew')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('Voted in October');
  const saved = sent.find(({ path }) => path.endsWith('/boundaries'));
  expect(saved?.body).toMatchObject({ validFrom: '2026-12-14', reason: 'Voted in October', revision: 3, center: null });
});

test('who may not draw is told so', async () => {
  serve(answers);
  await showScreen(Editor, 'chief', 390);
  await expect.element(page.getByText(/Boundaries are drawn by officers/)).toBeVisible();
});
