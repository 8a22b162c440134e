import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent } from 'react';
import type { Position } from '#data/schema/area.ts';
import { type Drawing, finished, newDrawing, preview, type Stroke, stroke } from './drawing.ts';
import type { MapView } from './map-view.ts';
import { type DrawnShape, SHAPE, shapeFeatures } from './shape-layers.ts';

const CLOSE_PIXELS = 10; // a click this near the first corner closes the ring

/**
 * Draws a polygon or a circle without dragging: click (or Space at the cross in the
 * middle) sets a corner, Enter or a click on the first corner closes, Backspace takes the
 * last corner back, Escape gives up. Shows `shape` while nothing is being drawn.
 */
export function useDrawing(
  view: MapView | null,
  kind: DrawnShape['kind'] | null,
  shape: DrawnShape | null,
  onShape: (shape: DrawnShape | null) => void,
): void {
  const report = useEffectEvent(onShape);
  useEffect(() => {
    if (!kind) view?.setData(SHAPE, shapeFeatures(shape ? [shape] : []));
  }, [view, kind, shape]);
  useEffect(() => {
    if (view && kind) return startDrawing(view, kind, (drawn) => report(drawn));
  }, [view, kind]);
}

function startDrawing(view: MapView, kind: DrawnShape['kind'], done: (shape: DrawnShape | null) => void): () => void {
  const { map } = view;
  let drawing = newDrawing(kind);
  const apply = (move: Stroke): void => {
    drawing = stroke(drawing, move);
    const ahead = preview(drawing);
    view.setData(SHAPE, shapeFeatures(ahead ? [ahead] : [], drawing.corners));
  };
  const finish = (): void => {
    const shape = finished(drawing);
    if (shape) done(shape);
  };
  const setCorner = (at: Position): void => {
    const closes = closesRing(map, drawing, at);
    if (!closes) apply({ do: 'corner', at });
    if (closes || kind === 'circle') finish();
  };
  const onClick = ({ lngLat }: MapMouseEvent): void => setCorner([lngLat.lng, lngLat.lat]);
  const onMove = ({ lngLat }: MapMouseEvent): void => apply({ do: 'point', at: [lngLat.lng, lngLat.lat] });
  const onCamera = (event: { originalEvent?: unknown }): void => {
    if (event.originalEvent instanceof KeyboardEvent || !event.originalEvent) apply({ do: 'point', at: middle(map) });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') finish();
    else if (event.key === ' ') setCorner(middle(map));
    else if (event.key === 'Backspace') apply({ do: 'undo' });
    else if (event.key === 'Escape') done(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const canvas = map.getCanvas();
  map.doubleClickZoom.disable();
  const heard = [map.on('click', onClick), map.on('mousemove', onMove), map.on('move', onCamera)];
  canvas.addEventListener('keydown', onKey, { capture: true });
  canvas.focus({ preventScroll: true });
  return () => {
    map.doubleClickZoom.enable();
    for (const one of heard) one.unsubscribe();
    canvas.removeEventListener('keydown', onKey, { capture: true });
  };
}

const middle = (map: MapLibre): Position => {
  const { lng, lat } = map.getCenter();
  return [lng, lat];
};

function closesRing(map: MapLibre, { kind, corners }: Drawing, at: Position): boolean {
  const [first] = corners;
  if (kind !== 'polygon' || !first || corners.length < 3) return false;
  return map.project(first).dist(map.project(at)) <= CLOSE_PIXELS;
}
