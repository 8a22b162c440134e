import type {
  AllLayoutProperties,
  AllPaintProperties,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibre,
} from 'maplibre-gl';

/**
 * Brings a map from one list of layers to another that holds the same ids, touching only
 * what differs. MapLibre can diff whole styles, but that would compare every vertex of
 * every boundary at each click.
 */
export function applyLayers(
  map: MapLibre,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  const past = new Map(before.map((layer) => [layer.id, layer]));
  for (const layer of after) {
    const old = past.get(layer.id);
    if (!old) throw new Error(`map layer ${layer.id} was not there when the map was made`);
    for (const [name, value] of changes<AllPaintProperties>(old.paint, layer.paint))
      map.setPaintProperty(layer.id, name, value);
    for (const [name, value] of changes<AllLayoutProperties>(old.layout, layer.layout))
      map.setLayoutProperty(layer.id, name, value);
    if ('filter' in layer && !same(filterOf(old), layer.filter)) map.setFilter(layer.id, layer.filter);
  }
}

/** Gives a source its features. */
export function setFeatures(map: MapLibre, source: string, features: GeoJSON.FeatureCollection): void {
  map.getSource<GeoJSONSource>(source)?.setData(features);
}

const filterOf = (layer: LayerSpecification): unknown => ('filter' in layer ? layer.filter : undefined);

function changes<Properties extends object>(
  before: Properties | undefined,
  after: Properties | undefined,
): [keyof Properties, Properties[keyof Properties]][] {
  const past: Record<string, unknown> = { ...before };
  const different = Object.entries(after ?? {}).filter(([name, value]) => !same(past[name], value));
  // Object.entries forgets the names it lists; they are those of the object it was given.
  return different as [keyof Properties, Properties[keyof Properties]][];
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
