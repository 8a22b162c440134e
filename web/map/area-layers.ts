import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl';
import { MAP_FONT } from './map-fonts.ts';
import type { MapTokens } from './read-tokens.ts';
import type { Shading } from './shading.ts';

/** Sources of the areas: their shapes, shared ground, and one point a name. */
export const AREAS = 'areas';
export const OVERLAPS = 'overlaps';
export const AREA_NAMES = 'area-names';
export const REFERENCE = 'reference';
export const REFERENCE_NAMES = 'reference-names';
export const WITHHELD_PATTERN = 'withheld';

/** Fill of the areas, and stripes where they share ground. The class comes as feature state. */
export function areaFillLayers(shading: Shading, shown: boolean): LayerSpecification[] {
  const withheld = [...shading.areas].filter(([, shade]) => shade === 'withheld').map(([areaId]) => areaId);
  return [
    {
      id: 'area-fill',
      type: 'fill',
      source: AREAS,
      layout: visibility(shown),
      paint: { 'fill-color': classColor(shading.colors), 'fill-antialias': false },
    },
    {
      id: 'area-withheld',
      type: 'fill',
      source: AREAS,
      filter: ['in', ['get', 'areaId'], ['literal', withheld]],
      layout: visibility(shown),
      paint: { 'fill-pattern': WITHHELD_PATTERN },
    },
    {
      id: 'area-stripes',
      type: 'fill',
      source: OVERLAPS,
      layout: visibility(shown && shading.stripes.size > 0),
      paint: { 'fill-pattern': patternName(shading.stripes) },
    },
  ];
}

/** Boundaries: slate with a pale casing, dashed for business groups and groups kept as a point. */
export function areaOutlineLayers(tokens: MapTokens, selected: string | null, shown: boolean): LayerSpecification[] {
  const layout = { ...visibility(shown), 'line-join': 'round' as const };
  const isSelected: FilterSpecification = ['==', ['get', 'areaId'], selected ?? ''];
  const hovered: ExpressionSpecification = ['boolean', ['feature-state', 'hovered'], false];
  const width = (thin: number, wide: number): ExpressionSpecification => ['case', hovered, wide, thin];
  return [
    {
      id: 'area-casing',
      type: 'line',
      source: AREAS,
      layout,
      paint: { 'line-color': tokens.outlineCasing, 'line-width': width(2.6, 4.6) },
    },
    {
      id: 'area-outline',
      type: 'line',
      source: AREAS,
      filter: ['!', isDashed],
      layout,
      paint: { 'line-color': tokens.outline, 'line-width': width(1.1, 2.2) },
    },
    {
      id: 'area-outline-dashed',
      type: 'line',
      source: AREAS,
      filter: isDashed,
      layout,
      paint: { 'line-color': tokens.outline, 'line-width': width(1.1, 2.2), 'line-dasharray': [4.6, 2.4] },
    },
    {
      id: 'area-selected-casing',
      type: 'line',
      source: AREAS,
      filter: isSelected,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.outlineCasing, 'line-width': 6 },
    },
    {
      id: 'area-selected',
      type: 'line',
      source: AREAS,
      filter: isSelected,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.selected, 'line-width': 2.6 },
    },
  ];
}

/** Names of the areas; slanted where an area shares ground with another. */
export function areaNameLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  return [
    {
      id: 'area-name',
      type: 'symbol',
      source: AREA_NAMES,
      layout: {
        ...visibility(shown),
        'text-field': ['get', 'name'],
        'text-font': ['case', ['get', 'over'], ['literal', MAP_FONT.overlapping], ['literal', MAP_FONT.group]],
        'text-size': 12.5,
        'text-max-width': 6,
        'text-line-height': 1.12,
        'text-padding': 3,
        'symbol-sort-key': ['get', 'rank'],
        'text-variable-anchor-offset': NAME_PLACES,
        'text-justify': 'center',
      },
      paint: { 'text-color': tokens.label, 'text-halo-color': tokens.halo, 'text-halo-width': 1.7 },
    },
  ];
}

/** A second layer of areas for orientation (beats under groups): thin outlines, nothing to count. */
export function referenceLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  return [
    {
      id: 'reference-outline',
      type: 'line',
      source: REFERENCE,
      layout: { ...visibility(shown), 'line-join': 'round' },
      paint: { 'line-color': tokens.inkFaint, 'line-width': 1.2, 'line-dasharray': [1, 2] },
    },
    {
      id: 'reference-name',
      type: 'symbol',
      source: REFERENCE_NAMES,
      layout: {
        ...visibility(shown),
        'text-field': ['get', 'name'],
        'text-font': MAP_FONT.street,
        'text-size': 11,
        'text-variable-anchor-offset': NAME_PLACES,
      },
      paint: { 'text-color': tokens.inkFaint, 'text-halo-color': tokens.halo, 'text-halo-width': 1.4 },
    },
  ];
}

// biome-ignore format: anchor and offset belong side by side
/** Where a name may go when its own place is taken, in ems from it. */
const NAME_PLACES: VariableAnchorOffsetCollectionSpecification = [
  'center', [0, 0], 'bottom', [0, -0.9], 'top', [0, 0.9], 'left', [1.3, 0], 'right', [-1.3, 0],
];

const isDashed: ExpressionSpecification = ['get', 'dashed'];

export const visibility = (shown: boolean): { visibility: 'visible' | 'none' } => ({
  visibility: shown ? 'visible' : 'none',
});

function classColor(colors: readonly string[]): ExpressionSpecification {
  const shadeless = 'rgba(0, 0, 0, 0)';
  const [first = shadeless, ...others] = colors;
  const branches = others.flatMap((color, index) => [index + 1, color]);
  return ['match', ['coalesce', ['feature-state', 'class'], -1], 0, first, ...branches, shadeless];
}

function patternName(stripes: ReadonlyMap<string, string>): ExpressionSpecification | string {
  const [first, ...others] = stripes;
  if (!first) return WITHHELD_PATTERN;
  return ['match', ['get', 'overlapId'], ...first, ...others.flat(), WITHHELD_PATTERN];
}
