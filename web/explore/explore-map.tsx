import type { Map as MapLibre } from 'maplibre-gl';
import { useContext, useMemo } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { windowInWords } from '#web/ask/date-words.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import { LayerChips } from '#web/map/layer-chips.tsx';
import type { LegendContent } from '#web/map/legend-content.ts';
import { MapLegend } from '#web/map/map-legend.tsx';
import { MapOrTable } from '#web/map/map-or-table.tsx';
import type { Visible } from '#web/map/picture.ts';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import { useOverlaps } from '#web/map/use-overlaps.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './explore-map.module.css';
import { measuresOf, shadingOf } from './shading.ts';
import type { Picture } from './use-picture.ts';
import { layersOf } from './visible.ts';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };

type Props = {
  picture: Picture;
  visible: Visible;
  isSlow: boolean;
  isDrawing: boolean;
  onDrawn: () => void;
  onMap: (map: MapLibre | null) => void;
};

/** The city by area, under the same filter as every other view. */
export function ExploreMap({ picture, visible, isSlow, isDrawing, onDrawn, onMap }: Props) {
  const { opened, session } = useDesk();
  const { view, change } = useView();
  const { shade } = useContext(ShadeContext);
  const { filter, all, density, points } = picture;
  const areas = useAreas(filter.layer);
  const layer = opened.layers[filter.layer] ?? NO_AREAS;
  const counts = all.findings[0]?.areas;
  const window = windowInWords(filter);
  const { values, classes } = useMemo(
    () => shadingOf(counts ?? [], areas.byId, view.measure, window),
    [counts, areas.byId, view.measure, window],
  );
  const { categories } = filter;
  const concerns = useConcerns(filter.layer);
  const shownConcerns = useMemo(
    () => concerns.filter(({ category }) => categories.length === 0 || categories.includes(category)),
    [concerns, categories],
  );
  const beats = Object.entries(opened.layers).find(([name]) => name !== filter.layer)?.[1] ?? null;
  const hasOverlaps = useOverlaps(layer).length > 0;
  const legend: LegendContent = {
    classes: visible.areas ? classes : null,
    overlaps: hasOverlaps,
    withheld: false,
    densityMeters: visible.density && density ? density.bandwidthMeters : null,
    hotCells: false,
    calls: visible.calls,
    concerns: visible.concerns && shownConcerns.length > 0,
  };
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
        density={visible.density ? density : null}
        points={visible.calls ? points : null}
        concerns={shownConcerns}
        beats={beats}
        draw={isDrawing ? 'polygon' : null}
        shape={fromFilter(filter)}
        onShape={onShape}
        visible={visible}
        fit={opened.manifest.bbox}
        theme={shade}
        onMap={onMap}
      >
        <div className={css.topLeft}>
          <LayerChips
            chips={chipsOf(areas.noun[1], beats !== null, opened.concerns.length > 0)}
            visible={visible}
            onChange={(next) => change({ layers: layersOf(next) })}
          />
        </div>
        <div className={css.topRight}>
          <MapOrTable value="map" onChange={(shows) => change({ shows })} />
        </div>
        <div className={css.bottomLeft}>
          <MeasureSwitch />
          <MapLegend content={legend} />
        </div>
      </AreaMap>
    </div>
  );
}

/** Count or rate; only where some area knows a denominator. */
export function MeasureSwitch() {
  const { view, filter, change } = useView();
  const { features } = useAreas(filter.layer);
  const measures = measuresOf(features);
  if (measures.length === 1) return null;
  const LABEL = { count: words.byCount, residents: words.perResidents, addresses: words.perAddresses };
  return (
    <div className={`map-float ${css.measure}`}>
      <Segmented
        label={words.measure}
        segments={measures.map((measure) => ({ value: measure, label: LABEL[measure] }))}
        value={measures.includes(view.measure) ? view.measure : 'count'}
        onChange={(measure) => change({ measure })}
      />
    </div>
  );
}

const chipsOf = (noun: string, hasBeats: boolean, hasConcerns: boolean) => [
  { layer: 'areas' as const, words: noun.charAt(0).toUpperCase() + noun.slice(1) },
  { layer: 'density' as const, words: words.density },
  ...(hasConcerns ? [{ layer: 'concerns' as const, words: words.concernsHead }] : []),
  { layer: 'calls' as const, words: words.calls },
  ...(hasBeats ? [{ layer: 'beats' as const, words: words.beats }] : []),
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
