import { expect, test } from 'vitest';
import { type Drawing, finished, newDrawing, preview, stroke } from '#web/map/drawing.ts';
import { shapeFeatures } from '#web/map/shape-layers.ts';

const draw = (kind: 'polygon' | 'circle', ...corners: [number, number][]): Drawing =>
  corners.reduce((drawing, at) => stroke(drawing, { do: 'corner', at }), newDrawing(kind));

test('a polygon closes from three corners on', () => {
  expect(finished(draw('polygon', [0, 0], [1, 0]))).toBeNull();
  expect(finished(draw('polygon', [0, 0], [1, 0], [1, 1]))).toEqual({
    kind: 'polygon',
    ring: [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  });
});

test('Backspace takes back the last corner and stops at none', () => {
  const two = stroke(draw('polygon', [0, 0], [1, 0], [1, 1]), { do: 'undo' });
  expect(two.corners).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(stroke(newDrawing('polygon'), { do: 'undo' }).corners).toEqual([]);
});

test('a circle has its radius in meters on the ground', () => {
  // One degree of latitude on Turf's sphere of 6371008.8 m: 111195 m.
  expect(finished(draw('circle', [0, 0], [0, 1]))).toEqual({ kind: 'circle', center: [0, 0], radiusMeters: 111195 });
  expect(finished(draw('circle', [0, 0], [0, 0]))).toBeNull();
});

test('the preview follows the pointer', () => {
  const moved = stroke(draw('polygon', [0, 0], [1, 0]), { do: 'point', at: [1, 1] });
  expect(preview(moved)).toEqual({
    kind: 'polygon',
    ring: [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  });
  expect(preview(newDrawing('circle'))).toBeNull();
});

test('two corners are a line yet, three an area whose ring is closed', () => {
  const line = shapeFeatures([
    {
      kind: 'polygon',
      ring: [
        [0, 0],
        [1, 0],
      ],
    },
  ]);
  expect(line.features[0]?.geometry.type).toBe('LineString');
  const closed = shapeFeatures([
    {
      kind: 'polygon',
      ring: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    },
  ]).features[0]?.geometry;
  expect(closed).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  });
});
