import '#web/ui/tokens.css';
import '#web/ui/base.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { type Draft, emptyDraft } from '#web/records/intake/draft.ts';
import type { Known } from '#web/records/intake/kept-on-phone.ts';
import { PlaceField } from '#web/records/intake/place-field.tsx';

const KNOWN: Known = {
  ...{ personId: 'p', name: 'Quill', nowLocal: '2026-12-14T07:42:00', readAt: 0, basemap: null },
  ...{ bbox: [0, 0, 0.05, 0.05], groups: [], streets: [], meetings: [] },
  internalAffairs: { name: 'Professional Standards', reach: '555-0199' },
};

let written: Draft;
function Field() {
  const [draft, setDraft] = useState(emptyDraft);
  written = draft;
  const write = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  return <PlaceField known={KNOWN} draft={draft} write={write} onStreets={() => undefined} />;
}

test('one tap is a spot; more of them are a stretch or an area, taken back one by one, without dragging', async () => {
  await page.viewport(390, 844);
  const host = await show(<Field />, 390);
  const map = page.getByRole('region', { name: /^Map of the city/ });
  const tap = (x: number, y: number) => userEvent.click(map, { position: { x, y } });
  await expect.element(map).toBeVisible();
  await expect.element(page.getByText('How much of it?')).not.toBeInTheDocument();
  await tap(180, 80);
  await expect.poll(() => written.place?.type).toBe('Point');
  await tap(60, 60);
  await expect.poll(() => written.place?.type).toBe('Point');
  await userEvent.click(page.getByText('A stretch'));
  await tap(300, 60);
  await expect.element(page.getByText(/Tap along the street\. 2 points/)).toBeVisible();
  expect(written).toMatchObject({ place: { type: 'LineString' }, placeConfidence: 'about' });
  await userEvent.click(page.getByText('An area'));
  await tap(300, 140);
  await expect.poll(() => written.place?.type).toBe('Polygon');
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.click(page.getByRole('button', { name: 'Take the last one back' }));
  await expect.poll(() => written.place?.type).toBe('LineString');
  await userEvent.click(page.getByText('A spot'));
  await expect.poll(() => written.place?.type).toBe('Point');
  await userEvent.click(page.getByRole('button', { name: 'No place' }));
  expect(written).toMatchObject({ place: null, placeConfidence: 'words-only' });
});
