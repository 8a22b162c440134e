import { gzipSync } from 'fflate';
import { zxyToTileId } from 'pmtiles';

export type Tile = { z: number; x: number; y: number; bytes: Uint8Array };

export type ArchiveOptions = {
  bounds: readonly [west: number, south: number, east: number, north: number];
  center: readonly [lon: number, lat: number, zoom: number];
  metadata: Record<string, unknown>;
};

const HEADER_BYTES = 127;

/**
 * Vector tiles as one PMTiles archive, version 3: a header, one gzipped root directory,
 * metadata, then the gzipped tiles in the order of their ids. Enough for some thousands of
 * tiles; a larger map would need leaf directories.
 * Specification: github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function writeArchive(tiles: readonly Tile[], { bounds, center, metadata }: ArchiveOptions): Uint8Array {
  const sorted = tiles
    .map(({ z, x, y, bytes }) => ({ id: zxyToTileId(z, x, y), z, bytes: packed(bytes) }))
    .sort((a, b) => a.id - b.id);
  const root = packed(directory(sorted));
  const meta = packed(new TextEncoder().encode(JSON.stringify(metadata)));
  const dataLength = sorted.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const metaAt = HEADER_BYTES + root.length;
  const dataAt = metaAt + meta.length;

  const archive = new Uint8Array(dataAt + dataLength);
  const view = new DataView(archive.buffer);
  archive.set(new TextEncoder().encode('PMTiles'), 0);
  view.setUint8(7, 3);
  const long = (at: number, value: number): void => view.setBigUint64(at, BigInt(value), true);
  long(8, HEADER_BYTES);
  long(16, root.length);
  long(24, metaAt);
  long(32, meta.length);
  long(40, dataAt); // no leaf directories
  long(48, 0);
  long(56, dataAt);
  long(64, dataLength);
  for (const at of [72, 80, 88]) long(at, sorted.length);
  view.setUint8(96, 1); // clustered
  view.setUint8(97, 2); // directories: gzip
  view.setUint8(98, 2); // tiles: gzip
  view.setUint8(99, 1); // MVT
  view.setUint8(100, Math.min(...sorted.map(({ z }) => z)));
  view.setUint8(101, Math.max(...sorted.map(({ z }) => z)));
  const degrees = (at: number, value: number): void => view.setInt32(at, Math.round(value * 1e7), true);
  bounds.forEach((value, i) => {
    degrees(102 + 4 * i, value);
  });
  view.setUint8(118, center[2]);
  degrees(119, center[0]);
  degrees(123, center[1]);

  archive.set(root, HEADER_BYTES);
  archive.set(meta, metaAt);
  let at = dataAt;
  for (const { bytes } of sorted) {
    archive.set(bytes, at);
    at += bytes.length;
  }
  return archive;
}

// A time stamp in the gzip header would make every archive different.
const packed = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { mtime: 0, level: 9 });

function directory(tiles: readonly { id: number; bytes: Uint8Array }[]): Uint8Array {
  const out: number[] = [];
  varint(out, tiles.length);
  let last = 0;
  for (const { id } of tiles) {
    varint(out, id - last);
    last = id;
  }
  for (const _ of tiles) varint(out, 1);
  for (const { bytes } of tiles) varint(out, bytes.length);
  // Tiles follow each other, so only the first needs its place (0, kept as 1); the rest say "next".
  tiles.forEach((_, i) => {
    varint(out, i === 0 ? 1 : 0);
  });
  return Uint8Array.from(out);
}

function varint(out: number[], value: number): void {
  let left = value;
  while (left >= 128) {
    out.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  out.push(left);
}
