import '#web/map/map.css';
import type { Map as MapLibre } from 'maplibre-gl';
import { type ReactNode, useRef } from 'react';
import { ZoomButtons } from '#web/map/zoom-buttons.tsx';
import css from './ground-map.module.css';
import { type Box, type Point, useStreetMap } from './use-street-map.ts';
import { words } from './words.ts';

export type Drawn = { place: (at: Point) => Point; unplace: (pixels: Point) => Point; map: MapLibre };

/** The city's streets, with what is drawn over them as SVG: its parts can be named, focused and moved by keys. */
export function GroundMap({
  label,
  fit,
  over,
  children,
}: {
  label: string;
  fit: Box | null;
  over?: (drawn: Drawn) => ReactNode; // buttons on the map
  children: (drawn: Drawn) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { map, isUndrawable } = useStreetMap(box, label, fit);
  if (isUndrawable) return <p className={css.undrawable}>{words.undrawable}</p>;
  const drawn = map && drawnOn(map);
  return (
    <div className={css.frame}>
      <div ref={box} className={css.streets} />
      {drawn && (
        <>
          <svg className={css.over} role="group" aria-label={label}>
            {children(drawn)}
          </svg>
          {over?.(drawn)}
          <ZoomButtons map={drawn.map} />
        </>
      )}
    </div>
  );
}

const drawnOn = (map: MapLibre): Drawn => ({
  map,
  place: (at) => {
    const { x, y } = map.project(at);
    return [x, y];
  },
  unplace: (pixels) => map.unproject(pixels).toArray(),
});
