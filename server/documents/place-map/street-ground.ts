import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { PMTiles, type Source } from 'pmtiles';
import { type Point, toWorld } from './map-frame.ts';
import { readVectorTile } from './vector-tile.ts';

/** What lies below a map: streets, water, parks. Points are Web Mercator, the world from 0 to 1. */
export type GroundFeature = {
  readonly layer: string; // street, water, park, landuse …: see data/demo/basemap.ts
  readonly class: string;
  readonly name: string;
  readonly kind: 'point' | 'line' | 'area';
  readonly paths: readonly (readonly Point[])[];
};

const FINEST = 14;
const MOST_TILES = 25;

/**
 * The department's basemap within a box of degrees, at the finest zoom that takes a handful of tiles. Null where there
 * is no basemap, or none that can be read: a map without streets is still a map.
 */
export async function readGround(
  home: string,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<GroundFeature[] | null> {
  const file = await open(join(home, 'demo', 'basemap.pmtiles')).catch(() => null);
  if (file === null) return null;
  try {
    const archive = new PMTiles(fileSource(file));
    const { minZoom, maxZoom } = await archive.getHeader();
    const [topLeft, bottomRight] = [toWorld([west, north]), toWorld([east, south])];
    let zoom = Math.min(FINEST, maxZoom);
    while (zoom > minZoom && tilesBetween(topLeft, bottomRight, zoom).length > MOST_TILES) zoom -= 1;
    const read = tilesBetween(topLeft, bottomRight, zoom).map(([x, y]) => readTile(archive, zoom, x, y));
    return (await Promise.all(read)).flat();
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

function tilesBetween(topLeft: Point, bottomRight: Point, zoom: number): [number, number][] {
  const at = (share: number) => Math.min(2 ** zoom - 1, Math.max(0, Math.floor(share * 2 ** zoom)));
  const tiles: [number, number][] = [];
  for (let y = at(topLeft[1]); y <= at(bottomRight[1]) && tiles.length <= MOST_TILES; y++) {
    for (let x = at(topLeft[0]); x <= at(bottomRight[0]) && tiles.length <= MOST_TILES; x++) tiles.push([x, y]);
  }
  return tiles;
}

async function readTile(archive: PMTiles, zoom: number, x: number, y: number): Promise<GroundFeature[]> {
  const tile = await archive.getZxy(zoom, x, y);
  if (tile === undefined) return [];
  return readVectorTile(new Uint8Array(tile.data)).map(({ layer, tags, kind, paths, extent }) => ({
    ...{ layer, kind, class: tags.class ?? '', name: tags.name ?? '' },
    paths: paths.map((path) =>
      path.map(([px, py]): Point => [(x + px / extent) / 2 ** zoom, (y + py / extent) / 2 ** zoom]),
    ),
  }));
}

const fileSource = (file: FileHandle): Source => ({
  getKey: () => 'basemap',
  getBytes: async (offset, length) => {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return { data: bytes.buffer.slice(0, bytesRead) };
  },
});
