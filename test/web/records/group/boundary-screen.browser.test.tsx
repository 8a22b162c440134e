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
  '/api/records/concerns/known': { people: [], groups: [], units: [], meetings: [], triageDays: 2, actionDays: 7 },
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

test('a boundary dated ahead may be drawn anew for its day, and no day of an earlier quarter is taken', async () => {
  const ahead = { ...versionOf('eastbank', -104), validFrom: '2027-01-01' };
  serve({ ...answers, '/api/records/groups/eastbank/boundaries': [versionOf('eastbank', -105), ahead] });
  await showScreen(Editor, 'coordinator');
  await expect.element(page.getByText(/that was to hold from Jan 1, 2027 ends on the day you name/)).toBeVisible();
  const day = page.getByLabelText('Holds from');
  await expect.element(day).toHaveValue('2027-01-01');
  await userEvent.fill(page.getByRole('textbox', { name: 'Reason' }), 'Voted in October');
  await expect.element(page.getByText('Name a day: Oct 1, 2026 or later.')).not.toBeInTheDocument();
  await userEvent.fill(day, '2026-09-30');
  await expect.element(page.getByText('Name a day: Oct 1, 2026 or later.')).toBeVisible();
});

const fileInput = () => page.getByLabelText('Take it from a file');
const areaOf = (name: string, west: number) => ({
  ...groundOf(name, west),
  properties: { areaId: name, name, kind: 'group' },
});

test('a file of one area is drawn with what was mended, and one of several asks which', async () => {
  let features = [areaOf('Kml side', -105.3)];
  serve(answers, ({ path }) =>
    path.includes('boundary-files') ? Response.json({ features, notes: ['Kml side: repaired'] }) : undefined,
  );
  await showScreen(Editor, 'coordinator');
  await userEvent.upload(fileInput(), new File(['x'], 'side.kml'));
  await expect.element(page.getByText('From side.kml. Nothing of it is kept until you save.')).toBeVisible();
  await expect.element(page.getByText('Kml side: repaired')).toBeVisible();
  await userEvent.click(next);
  await expect.element(page.getByRole('textbox', { name: 'Longitude' })).toHaveValue('-105.3');
  features = [areaOf('North side', -105.1), areaOf('South side', -105.2)];
  await userEvent.upload(fileInput(), new File(['x'], 'two.gpkg'));
  await expect.element(page.getByText('Area in the file')).toBeVisible();
  await expect.element(page.getByText('Choose one')).toBeInTheDocument();
});

test('a file that is refused says which feature, and what was drawn stays', async () => {
  const detail = 'bad.geojson, feature 2 (Crooked Lane): a coordinate is not a number';
  serve(answers, ({ path }) =>
    path.includes('boundary-files')
      ? Response.json({ title: 'Refused', status: 422, detail }, { status: 422 })
      : undefined,
  );
  await showScreen(Editor, 'coordinator');
  await userEvent.upload(fileInput(), new File(['x'], 'bad.geojson'));
  await expect.element(page.getByText(detail)).toBeVisible();
  await expect.element(next).toBeVisible();
});

test('a boundary saved while calls are taken in is said to be saved, and that the map waits', async () => {
  serve(answers, ({ path }) =>
    path.endsWith('/boundaries')
      ? Response.json({ ...versionOf('eastbank', -105), isOnMap: false }, { status: 201 })
      : undefined,
  );
  await showScreen(Editor, 'coordinator');
  await userEvent.fill(page.getByRole('textbox', { name: 'Reason' }), 'Voted in October');
  await userEvent.click(page.getByRole('button', { name: 'Save the boundary' }));
  await expect.element(page.getByText('The boundary is saved')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Back to Eastbank' })).toBeVisible();
});

test('who may not draw is told so', async () => {
  serve(answers);
  await showScreen(Editor, 'chief', 390);
  await expect.element(page.getByText(/Boundaries are drawn by officers/)).toBeVisible();
});
