import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import type { AreaGeometry, AreaLayer } from '#data/schema/area.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { readGround } from '#server/documents/place-map/street-ground.ts';
import { type Box, drawGround } from './draw-ground.ts';

const AROUND = 0.75; // of the city's longer side, on every side: a wide screen has ground beside the city

/** The dark ground of a manifest's city; null where there are neither boundaries nor calls to say where it is. */
export async function wallGround(home: string, manifest: Manifest): Promise<string | null> {
  const { areas, bbox } = manifest;
  const city = areas.find(({ kind }) => kind === 'city');
  const outlines = await geometriesOf(home, city ?? areas.find(({ kind }) => kind === 'group') ?? areas[0]);
  const middle = bboxOfAreas(outlines) ?? bbox;
  if (middle === null) return null;
  const box = widened(middle);
  return drawGround(box, (await readGround(home, box)) ?? [], outlines);
}

async function geometriesOf(home: string, layer: Manifest['areas'][number] | undefined): Promise<AreaGeometry[]> {
  if (layer === undefined) return [];
  const text = await readFile(join(home, 'areas', `${layer.version}.geojson`), 'utf8');
  const { features }: AreaLayer = JSON.parse(text); // the row boundary: checked when it was taken in
  return features.map(({ geometry }) => geometry);
}

function widened([west, south, east, north]: readonly [number, number, number, number]): Box {
  const shrink = Math.cos(((south + north) * Math.PI) / 360); // a degree of longitude, in degrees of latitude
  const more = AROUND * Math.max((east - west) * shrink, north - south);
  const short = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return [short(west - more / shrink), short(south - more), short(east + more / shrink), short(north + more)];
}
