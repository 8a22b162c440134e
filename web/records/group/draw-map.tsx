import type { Map as MapLibre } from 'maplibre-gl';
import { type ReactNode, useEffect, useEffectEvent, useMemo } from 'react';
import { words } from './boundary-words.ts';
import { boxOf, pathOf } from './geometry.ts';
import { type Drawn, GroundMap } from './ground-map.tsx';
import css from './shapes.module.css';
import type { Geometry, Ground } from './use-groups.ts';
import type { Point } from './use-street-map.ts';

/** The neighbors, the ground as it holds (dashed) and as it is drawn. */
export function DrawMap({
  name,
  neighbors,
  kept,
  ground,
  onClick,
  over,
}: {
  name: string;
  neighbors: readonly Ground[];
  kept: Geometry | null;
  ground: Geometry | null;
  onClick: (at: Point) => void;
  over: (drawn: Drawn) => ReactNode;
}) {
  const fit = useMemo(() => boxOf(kept ? [kept] : neighbors.map(({ geometry }) => geometry)), [kept, neighbors]);
  return (
    <GroundMap
      label={words.mapLabel(name)}
      fit={fit}
      over={(drawn) => (
        <>
          <Clicks map={drawn.map} onClick={onClick} />
          {over(drawn)}
        </>
      )}
    >
      {({ place }) => (
        <>
          {neighbors.map(({ id, geometry, properties }) => (
            <path key={id} d={pathOf(geometry, place)} fillRule="evenodd" className={css.plain}>
              <title>{properties.name}</title>
            </path>
          ))}
          {kept && <path d={pathOf(kept, place)} className={css.quiet} />}
          {ground && <path d={pathOf(ground, place)} fillRule="evenodd" className={css.strong} />}
        </>
      )}
    </GroundMap>
  );
}

function Clicks({ map, onClick }: { map: MapLibre; onClick: (at: Point) => void }) {
  const clicked = useEffectEvent(onClick);
  useEffect(() => {
    const listen = map.on('click', ({ lngLat }) => clicked(lngLat.toArray()));
    return () => listen.unsubscribe();
  }, [map]);
  return null;
}
