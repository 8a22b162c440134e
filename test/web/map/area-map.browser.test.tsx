import axe from 'axe-core';
import type { Map as MapLibre } from 'maplibre-gl';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { AreaMap, type AreaMapProps } from '#web/map/area-map.tsx';
import { exportMapPng } from '#web/map/export-png.ts';
import { LayerChips } from '#web/map/layer-chips.tsx';
import { MapLegend } from '#web/map/map-legend.tsx';
import { MapOrTable } from '#web/map/map-or-table.tsx';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import { layerOf, square } from './squares.ts';
import '#web/ui/tokens.css';

const layer = layerOf(
  square('south', [-82.6, 35.5], 0.02, { name: 'Southbank' }),
  square('north', [-82.59, 35.51], 0.02, { name: 'Northgate' }), // shares a quarter with Southbank
  square('west', [-82.63, 35.5], 0.01, { name: 'Westmoor' }),
);
const classes = { breaks: [3, 6, 9, 13], title: 'Calls per 1,000 addresses', unit: 'calls per 1,000 addresses' };
const visible = { areas: true, density: true, hotCells: false, concerns: true, calls: true, beats: false };
const legend = {
  classes,
  overlaps: true,
  withheld: true,
  densityMeters: 400,
  hotCells: null,
  calls: true,
  concerns: true,
};
const concern = { title: 'x', category: 'x', raisedOn: '2026-10-01', answeredOn: null, lon: -82.583, lat: 35.506 };
const props: AreaMapProps = {
  label: 'Map of 3 groups',
  basemap: null,
  layer,
  values: { south: 4, north: 20, west: 7 },
  classes,
  withheld: ['west'],
  selected: null,
  onSelect: () => {},
  concerns: [{ ...concern, concernId: 'C-1', status: 'open' }],
  visible,
  fit: [-82.64, 35.49, -82.56, 35.54],
};

/** Resolves when the map is drawn and nothing moves. A map at rest says so only if it is asked to draw again. */
async function atRest(map: MapLibre): Promise<void> {
  const rest = map.once('idle');
  map.triggerRepaint();
  await rest;
}

type Seen = { map: MapLibre | null; selected: string | null; errors: string[] };

/** A page that keeps the map's selection. */
function Page({ seen, changes }: { seen: Seen; changes: Partial<AreaMapProps> }) {
  const [selected, setSelected] = useState<string | null>(null);
  const keep = (areaId: string | null): void => {
    seen.selected = areaId;
    setSelected(areaId);
  };
  const onMap = (map: MapLibre | null): void => {
    seen.map = map;
    map?.on('error', ({ error }) => seen.errors.push(error.message));
  };
  return (
    <div style={{ height: 500 }}>
      <AreaMap {...props} selected={selected} onSelect={keep} onMap={onMap} {...changes}>
        <LayerChips chips={[{ layer: 'areas', words: 'Groups' }]} visible={visible} onChange={() => {}} />
        <MapOrTable value="map" onChange={() => {}} />
        <MapLegend content={legend} />
      </AreaMap>
    </div>
  );
}

/** Shows a map that keeps its own selection, drawn and at rest, with any error of its style. */
async function showMap(changes: Partial<AreaMapProps> = {}) {
  const seen: Seen = { map: null, selected: null, errors: [] };
  const host = await show(<Page seen={seen} changes={changes} />, 800);
  await expect.poll(() => seen.map?.loaded(), { timeout: 20_000 }).toBe(true);
  const map = seen.map;
  if (!map) throw new Error('the map was not handed out');
  await atRest(map);
  return { host, map, seen };
}

/** Color of the map at a place, as [red, green, blue]. */
function colorAt(map: MapLibre, [lon, lat]: [number, number]): number[] {
  const copy = document.createElement('canvas');
  const source = map.getCanvas();
  copy.width = source.width;
  copy.height = source.height;
  const context = copy.getContext('2d');
  context?.drawImage(source, 0, 0);
  const { x, y } = map.project([lon, lat]);
  const ratio = map.getPixelRatio();
  return [...(context?.getImageData(x * ratio, y * ratio, 1, 1).data ?? [])].slice(0, 3);
}

const colorsAlong = (map: MapLibre, lat: number, from: number, to: number): Set<string> =>
  new Set(Array.from({ length: 60 }, (_, i) => colorAt(map, [from + ((to - from) * i) / 59, lat]).join()));

test('an area wears its class at eighty percent, and shared ground both classes unblended', async () => {
  const { map, seen } = await showMap({ visible: { ...visible, concerns: false } });
  expect(seen.errors).toEqual([]);
  const south = colorAt(map, [-82.597, 35.503]); // seq-3 #8BC6DE over the ground #F8F7F4
  const north = colorAt(map, [-82.573, 35.527]); // seq-6 #28588F
  const mixed = (seq: number[]): number[] => seq.map((c, i) => Math.round(c * 0.8 + ([248, 247, 244][i] ?? 0) * 0.2));
  expect(south).toEqual(mixed([0x8b, 0xc6, 0xde]));
  expect(north).toEqual(mixed([0x28, 0x58, 0x8f]));
  const shared = colorsAlong(map, 35.5175, -82.589, -82.581);
  expect(shared).toContain(south.join());
  expect(shared).toContain(north.join());
});

test('a withheld area is hatched, and is no class', async () => {
  const { map } = await showMap();
  const seen = colorsAlong(map, 35.5022, -82.629, -82.621);
  expect(seen).toContain([0xed, 0xf0, 0xee].join()); // --withheld-a
  expect(seen).toContain([0xb4, 0xbe, 0xc3].join()); // --withheld-b
});

test('the list of areas selects by keyboard alone, in words that say withheld', async () => {
  const { host, seen } = await showMap();
  const list = host.querySelector<HTMLElement>('[role=listbox]');
  const rows = [...(list?.children ?? [])].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ['Northgate', '20'],
    ['Southbank', '4'],
    ['Westmoor', 'withheld'],
  ]);
  list?.focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(seen.selected).toBe('south');
  await userEvent.keyboard('w{Enter}');
  expect(seen.selected).toBe('west');
  await userEvent.keyboard('{Escape}');
  expect(seen.selected).toBeNull();
});

test('arrow keys move the map and plus brings it closer', async () => {
  const { map } = await showMap();
  const before = { lng: map.getCenter().lng, zoom: map.getZoom() };
  map.getCanvas().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => map.getCenter().lng).toBeGreaterThan(before.lng);
  await atRest(map);
  await userEvent.keyboard('+');
  await expect.poll(() => map.getZoom()).toBeGreaterThan(before.zoom + 0.5);
});

test('a polygon is drawn with Space and Enter, without dragging', async () => {
  const drawn: (DrawnShape | null)[] = [];
  const { map } = await showMap({ draw: 'polygon', onShape: (shape) => drawn.push(shape) });
  const corners: [number, number][] = [
    [-82.6, 35.5],
    [-82.58, 35.5],
    [-82.58, 35.52],
    [-82.9, 35.9],
  ];
  for (const center of corners) {
    map.jumpTo({ center });
    await userEvent.keyboard(' ');
  }
  await userEvent.keyboard('{Backspace}{Enter}');
  const [shape] = drawn;
  const ring = shape?.kind === 'polygon' ? shape.ring : [];
  expect(ring.map(([lon, lat]) => [lon.toFixed(4), lat.toFixed(4)])).toEqual([
    ['-82.6000', '35.5000'],
    ['-82.5800', '35.5000'],
    ['-82.5800', '35.5200'],
  ]);
});

test('an exported picture holds the map, at double size, and says its code', async () => {
  const { map } = await showMap();
  const sheet = { title: 'Southbank', subtitle: 'Week of Dec 7', legend, footer: '10 read = 10 inside.', code: 'CB-1' };
  const picture = await createImageBitmap(await exportMapPng(map, sheet));
  expect(picture.width).toBe((800 + 48) * 2);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  context?.drawImage(picture, 0, 0);
  const share = (left: number, top: number, width: number, height: number): number => {
    const { data } = context?.getImageData(left, top, width, height) ?? { data: [] };
    let colored = 0;
    for (let i = 0; i < data.length; i += 4)
      if (Math.min(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0) < 225) colored += 1;
    return colored / (width * height);
  };
  expect(share(48, 152, 1600, 1000), 'the map itself').toBeGreaterThan(0.1);
  expect(share(48, 20, 400, 80), 'its title').toBeGreaterThan(0.01);
  expect(share(48, 1190, 640, 100), 'its legend').toBeGreaterThan(0.05);
  expect(share(picture.width - 200, picture.height - 90, 150, 60), 'its code').toBeGreaterThan(0.01);
});

test('the dark theme is painted in the dark tokens', async () => {
  const { map } = await showMap({ theme: 'dark' });
  const [red = 255, green = 255, blue = 255] = colorAt(map, [-82.638, 35.538]);
  expect([red, green, blue]).toEqual([0x0f, 0x16, 0x1b]); // --map-land, dark
});

test('everything the map asks for comes from our own origin', async () => {
  await showMap();
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  expect(asked.length).toBeGreaterThan(0);
  const foreign = asked.filter(({ protocol, origin }) => protocol !== 'data:' && origin !== location.origin);
  expect(foreign.map(({ href }) => href)).toEqual([]);
});

test('the map and what floats over it have no accessibility fault that axe can find', async () => {
  const { host } = await showMap();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
