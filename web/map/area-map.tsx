import type { FeatureCollection } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { HotCell, PlaceCount, Points } from '#web/compute/door.ts';
import { areaFeatures, areaNames, overlapFeatures } from './area-features.ts';
import { AREA_NAMES, AREAS, OVERLAPS, REFERENCE, REFERENCE_NAMES } from './area-layers.ts';
import { AreaList } from './area-list.tsx';
import type { Classes } from './classes.ts';
import { CONCERNS, concernFeatures } from './concern-layers.ts';
import { DENSITY, type DensityLines, densityFeatures, HOT_CELLS, hotCellFeatures } from './density-layers.ts';
import { FINDINGS, type FindingFeatures } from './finding-layers.ts';
import { HoverTag } from './hover-tag.tsx';
import type { Bounds } from './map-view.ts';
import type { Visible } from './picture.ts';
import { PLACES, placeFeatures, STACKS } from './place-layers.ts';
import { ScaleBar } from './scale-bar.tsx';
import { shade } from './shading.ts';
import type { DrawnShape } from './shape-layers.ts';
import { useData } from './use-data.ts';
import { useDrawing } from './use-drawing.ts';
import { useMapView } from './use-map-view.ts';
import { useOverlaps } from './use-overlaps.ts';
import { usePicking } from './use-picking.ts';
import { type Theme, useTokens } from './use-tokens.ts';
import { valueWords } from './value-words.ts';
import { ZoomButtons } from './zoom-buttons.tsx';
import './map.css';

export type AreaMapProps = {
  label: string; // what the map shows, in words: 'Map of 24 groups shaded by calls per 1,000 addresses'
  basemap: string | null; // address of the city's tiles (PMTiles); null: areas on plain ground
  layer: AreaLayer;
  values: Readonly<Record<string, number | null>>; // by areaId; null: not known
  classes: Classes;
  withheld?: readonly string[]; // areaIds whose number exists and is not shown
  selected: string | null;
  onSelect: (areaId: string | null) => void;
  density?: DensityLines | null;
  hotCells?: HotCell[] | null;
  points?: Points | null;
  findings?: FindingFeatures | null; // what an open method found
  concerns?: readonly MapConcern[];
  onConcern?: (concernIds: string[]) => void;
  places?: readonly PlaceCount[];
  beats?: AreaLayer | null; // a second layer for orientation
  draw?: DrawnShape['kind'] | null;
  shape?: DrawnShape | null; // the drawn area in force
  onShape?: (shape: DrawnShape | null) => void; // null: given up
  visible: Visible;
  fit: Bounds | null;
  theme?: Theme;
  onMap?: (map: MapLibre | null) => void; // the map itself, for exports
  children?: ReactNode; // chips, legend: what floats over it
};

/**
 * The city by area: shading, density, calls and concerns over its own streets. Every
 * area can be reached by keyboard through the list of areas. Draws what it is given and
 * counts nothing.
 */
export function AreaMap(props: AreaMapProps) {
  const { layer, values, classes, selected, onSelect, visible, fit, basemap, label } = props;
  const { withheld = NO_NAMES, density = null, hotCells = null, points = null, beats = null } = props;
  const { findings = null } = props;
  const { concerns = NO_CONCERNS, places = NO_PLACES, draw = null, shape = null, theme = 'light' } = props;
  const root = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const hint = useId();
  const tokens = useTokens(root, theme);
  const overlaps = useOverlaps(layer);
  const hidden = useMemo(() => new Set(withheld), [withheld]);
  const picture = useMemo(
    () =>
      tokens && {
        tokens,
        basemap,
        shading: shade(tokens, layer, overlaps, values, classes, hidden),
        selected,
        visible,
      },
    [tokens, basemap, layer, overlaps, values, classes, hidden, selected, visible],
  );
  const view = useMapView(canvas, picture, { fit, label, onMap: props.onMap });
  useData(view, AREAS, () => areaFeatures(layer), [layer]);
  useData(view, OVERLAPS, () => overlapFeatures(overlaps), [overlaps]);
  useData(view, AREA_NAMES, () => areaNames(layer, overlaps), [layer, overlaps]);
  useData(view, REFERENCE, () => (beats ? areaFeatures(beats) : NOTHING), [beats]);
  useData(view, REFERENCE_NAMES, () => (beats ? areaNames(beats, []) : NOTHING), [beats]);
  useData(view, DENSITY, () => densityFeatures(density), [density]);
  useData(view, HOT_CELLS, () => hotCellFeatures(hotCells), [hotCells]);
  useData(view, FINDINGS, () => findings ?? NOTHING, [findings]);
  useData(view, STACKS, () => placeFeatures(points?.stacks ?? NO_PLACES), [points]);
  useData(view, PLACES, () => placeFeatures(places), [places]);
  useData(view, CONCERNS, () => concernFeatures(concerns), [concerns]);
  const calls = visible.calls ? points?.lonLat : undefined;
  useEffect(() => view?.setCalls(calls ?? NO_POINTS), [view, calls]);
  useDrawing(view, draw, shape, props.onShape ?? ignore);
  const hovered = usePicking(view, { selected, isOff: draw !== null, onSelect, onConcern: props.onConcern });
  const words = (areaId: string): string => valueWords(values[areaId], hidden.has(areaId));
  useEffect(() => view?.map.getCanvas().setAttribute('aria-describedby', hint), [view, hint]);
  return (
    <div ref={root} className="area-map" data-theme={theme} data-drawing={draw !== null}>
      <div ref={canvas} className="area-map-canvas" />
      <p id={hint} className="map-float map-hint">
        {draw ? DRAW_HINT[draw] : 'Arrow keys move the map, + and − zoom. Tab goes to the list of areas.'}
      </p>
      <AreaList
        layer={layer}
        selected={selected}
        unit={classes.unit}
        words={words}
        onSelect={onSelect}
        onPoint={(areaId) => view?.hover(areaId)}
      />
      {hovered && <HoverTag hovered={hovered} layer={layer} unit={classes.unit} words={words} />}
      {props.children}
      {view && <ScaleBar map={view.map} />}
      {view && <ZoomButtons map={view.map} />}
    </div>
  );
}

const DRAW_HINT = {
  polygon:
    'Click the corners. Enter closes, Backspace takes the last one back, Esc gives up. With keys: arrows move the map, Space sets a corner at the cross.',
  circle:
    'Click the middle, then the edge. Backspace takes the middle back, Esc gives up. With keys: arrows move the map, Space sets the point at the cross.',
};

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const NO_NAMES: readonly string[] = [];
const NO_CONCERNS: readonly MapConcern[] = [];
const NO_PLACES: readonly PlaceCount[] = [];
const NO_POINTS = new Float32Array();
const ignore = (): void => {};
