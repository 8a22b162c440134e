import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '#data/schema/area.ts';

/** Writes a file to a folder of its own; its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'commonbeat-areas-')), name);
  writeFileSync(path, content);
  return path;
}

export const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** GeoJSON text of features with the given geometries and properties. */
export function geojson(
  features: { geometry: unknown; properties?: object; id?: string | number }[],
  more: object = {},
): string {
  const all = features.map((feature) => ({ type: 'Feature', properties: {}, ...feature }));
  return JSON.stringify({ type: 'FeatureCollection', features: all, ...more });
}

export const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
