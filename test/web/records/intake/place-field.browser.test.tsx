import '#web/ui/tokens.css';
import '#web/ui/base.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import axe from 'axe-core';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AreaFeature } from '#data/schema/area.ts';
import { show } from '#test/fixture/show.tsx';
import { type Draft, emptyDraft } from '#web/records/intake/draft.ts';
import type { Known, Street } from '#web/records/intake/kept-on-phone.ts';
import { PlaceField } from '#web/records/intake/place-field.tsx';

const LINNET: Street = {
  name: 'Linnet Avenue',
  lines: [
    [
      [0.01, 0.025],
      [0.04, 0.025],
    ],
  ],
  blocks: [
    [4100, 0.015, 0.025],
    [4200, 0.035, 0.025],
  ],
};

const KNOWN: Known = {
  ...{ personId: 'p', name: 'Quill', nowLocal: '2026-12-14T07:42:00', readAt: 0, basemap: null },
  ...{ bbox: [0, 0, 0.05, 0.05], groups: [], streets: [LINNET], meetings: [] },
  internalAffairs: { name: 'Professional Standards', reach: '555-0199' },
};

const ground = (areaId: string, west: number, east: number): AreaFeature => ({
  type: 'Feature',
  id: areaId,
  properties: {
    ...{ areaId, name: areaId, kind: 'group' as const, groupKind: null, residents: null, addresses: null },
    ...{ validFrom: null, center: null, radiusMeters: null },
  },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, 0.05],
        [west, 0.05],
        [west, 0],
      ],
    ],
  },
});
let known = KNOWN;
let written: Draft;
function Field() {
  const [draft, setDraft] = useState(emptyDraft);
  written = draft;
  const write = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  return <PlaceField known={known} draft={draft} write={write} onStreets={() => undefined} />;
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

test('a known block is pinned in its own group; of the street alone the writer is asked, and nothing is taken for them', async () => {
  await page.viewport(390, 844);
  known = { ...KNOWN, groups: [ground('West', 0, 0.025), ground('East', 0.025, 0.05)] };
  const host = await show(<Field />, 390);
  await userEvent.click(page.getByRole('button', { name: 'Type a street' }));
  const box = page.getByLabelText('Street, block or place, in words');
  await userEvent.fill(box, '4200 block Linn');
  await userEvent.click(page.getByRole('button', { name: 'Linnet Avenue' }));
  await expect.element(page.getByText('In East')).toBeVisible();
  expect(written).toMatchObject({
    placeWords: '4200 block, Linnet Avenue',
    placeConfidence: 'about',
    groupIds: ['East'],
  });
  await userEvent.fill(box, '4100 block, Linnet Avenue');
  await expect.element(page.getByText('In West')).toBeVisible(); // the pin follows the words
  await userEvent.fill(box, '1100 block, Linnet Avenue');
  await expect
    .element(page.getByText(/The 1100 block of Linnet Avenue is not known here, only the street/))
    .toBeVisible();
  expect(written).toMatchObject({ place: null, groupIds: [] });
  const { violations } = await axe.run(host);
  expect(violations.map(({ id }) => id)).toEqual([]);
  await userEvent.click(page.getByText('East', { exact: true }));
  await expect.poll(() => written.groupIds).toEqual(['East']);
  await userEvent.fill(box, '1100 block, Linnet Avenue, by the school');
  expect(written.groupIds).toEqual(['East']); // the same street still
  await userEvent.click(page.getByRole('region', { name: /^Map of the city/ }), { position: { x: 60, y: 80 } });
  await expect.poll(() => written).toMatchObject({ place: { type: 'Point' }, placeConfidence: 'exact', groupIds: [] });
  expect(written.placeWords).toBe('1100 block, Linnet Avenue, by the school');
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});
