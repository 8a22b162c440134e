import type { Map as MapLibre } from 'maplibre-gl';
import { useContext, useMemo } from 'react';
import { boundsOf } from '#web/ask/bounds.ts';
import { type Areas, useAreas, useDesk } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { useView } from '#web/ask/use-view.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { LayerChips } from '#web/map/layer-chips.tsx';
import { MapLegend } from '#web/map/map-legend.tsx';
import { MapOrTable } from '#web/map/map-or-table.tsx';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import css from './explore-map.module.css';
import { MeasureSwitch } from './measure-switch.tsx';
import type { Picture } from './use-picture.ts';
import { useScene } from './use-scene.ts';
import { layersOf } from './visible.ts';
import { words } from './words.ts';

type Props = {
  picture: Picture;
  isSlow: boolean;
  drawing: DrawnShape['kind'] | null;
  onDrawn: () => void;
  onMap: (map: MapLibre | null) => void;
  findings: FindingFeatures | null;
};

/** The city by area, under the same filter as every other view. */
export function ExploreMap({ picture, isSlow, drawing, onDrawn, onMap, findings }: Props) {
  const { opened, session } = useDesk();
  const { view, change } = useView();
  const { shade } = useContext(ShadeContext);
  const { filter, density, hotCells, points } = picture;
  const areas = useAreas(filter.layer);
  const { layer, values, classes, concerns, legend, visible } = useScene(picture);
  const other = opened.manifest.areas.find((each) => each.layer !== filter.layer) ?? null;
  const beats = other === null ? null : (opened.layers[other.layer] ?? null);
  const fit = useMemo(() => boundsOf(layer, opened.manifest.bbox), [layer, opened.manifest.bbox]);
  const shape = useMemo(() => fromFilter(filter), [filter]);
  const onShape = (shape: DrawnShape | null) => {
    onDrawn();
    if (shape) change({ filter: toFilter(shape) });
  };
  return (
    <div className={isSlow ? `${css.map} dim` : css.map}>
      <AreaMap
        label={words.mapOf(`${areas.features.length} ${areas.noun[1]}`, classes.unit)}
        basemap={session.basemap}
        layer={layer}
        values={values}
        classes={classes}
        selected={view.area}
        onSelect={(area) => change({ area, series: null })}
        density={visible.density && findings === null ? density : null}
        hotCells={visible.hotCells ? hotCells : null}
        points={visible.calls ? points : null}
        findings={findings}
        concerns={concerns}
        beats={beats}
        draw={drawing}
        shape={shape}
        onShape={onShape}
        visible={visible}
        fit={fit}
        theme={shade}
        onMap={onMap}
      >
        <LayerChips
          chips={chipsOf(areas, other?.title ?? null, opened.concerns.length > 0)}
          visible={visible}
          onChange={(next) => change({ layers: layersOf(next, areas.entry !== null) })}
        />
        <div className={css.measure}>
          <MeasureSwitch />
        </div>
        <MapOrTable value="map" onChange={(shows) => change({ shows })} />
        <MapLegend content={legend} />
      </AreaMap>
    </div>
  );
}

const chipsOf = ({ entry, noun: [, many] }: Areas, other: string | null, hasConcerns: boolean) => [
  ...(entry === null ? [] : [{ layer: 'areas' as const, words: many.charAt(0).toUpperCase() + many.slice(1) }]),
  { layer: 'density' as const, words: words.density },
  { layer: 'hotCells' as const, words: words.hotCells },
  ...(hasConcerns ? [{ layer: 'concerns' as const, words: words.concernsHead }] : []),
  { layer: 'calls' as const, words: words.calls },
  ...(other === null ? [] : [{ layer: 'beats' as const, words: other }]),
];

// Seven digits are a centimeter: more only makes a longer address.
const rounded = (degrees: number): number => Number(degrees.toFixed(6));

function toFilter(shape: DrawnShape) {
  if (shape.kind === 'polygon') {
    return { polygon: shape.ring.map(([lon, lat]): [number, number] => [rounded(lon), rounded(lat)]), circle: null };
  }
  const [lon, lat] = shape.center;
  return { polygon: [], circle: { lon: rounded(lon), lat: rounded(lat), radiusMeters: shape.radiusMeters } };
}

function fromFilter({ polygon, circle }: Picture['filter']): DrawnShape | null {
  if (circle) return { kind: 'circle', center: [circle.lon, circle.lat], radiusMeters: circle.radiusMeters };
  return polygon.length >= 3 ? { kind: 'polygon', ring: polygon } : null;
}
