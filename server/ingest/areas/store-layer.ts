import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { AreaFeature, AreaGeometry, AreaKind, AreaLayer, Position } from '#data/schema/area.ts';
import { readStoreIndex, type StoredLayer, writeStoreIndex, writeWhole } from '#server/store/store-index.ts';
import { rewound } from './clean-rings.ts';
import { faultOf, repairedByEvenOdd } from './even-odd.ts';

const DECIMALS = 7; // a centimeter

/**
 * Keeps a layer in the data home: RFC 7946 GeoJSON with seven decimals below `areas/`, named by its content, then
 * its line in the index. The same layer again changes nothing; another under the same name takes its place in the
 * index, and the earlier file stays so that printed figures can be replayed.
 */
export async function storeLayer(
  home: string,
  { layer, title, kind }: { layer: string; title: string; kind: AreaKind },
  areas: AreaLayer,
): Promise<StoredLayer> {
  const content = JSON.stringify({
    type: 'FeatureCollection',
    features: areas.features.map(rounded),
  } satisfies AreaLayer);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const file = `${version}.geojson`;
  const entry: StoredLayer = { layer, title, kind, count: areas.features.length, version, file };
  await writeWhole(join(home, 'areas', file), content);
  const index = await readStoreIndex(home);
  const others = index.layers.filter((each) => each.layer !== layer);
  await writeStoreIndex(home, { ...index, layers: [...others, entry] });
  return entry;
}

/** Rounding can make rings touch or cross that did not: those are repaired once more. */
function rounded(feature: AreaFeature): AreaFeature {
  let geometry = roundedGeometry(feature.geometry);
  for (let attempt = 0; attempt < 4 && faultOf(geometry) !== null; attempt++) {
    const repaired = repairedByEvenOdd(geometry);
    if (repaired === null) return feature;
    geometry = roundedGeometry(repaired);
  }
  return { ...feature, geometry: rewound(geometry) };
}

function roundedGeometry(geometry: AreaGeometry): AreaGeometry {
  const round = (value: number) => Number(value.toFixed(DECIMALS));
  const ring = (positions: Position[]) => positions.map(([x, y]): Position => [round(x), round(y)]);
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(ring) };
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(ring)) };
}
