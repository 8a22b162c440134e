import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { booleanPointInPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import type { JoinCase } from './join-case.ts';

/** How many points and areas a peer paired, in which time; or why it could not. */
export type Joined = { pairs: number; milliseconds: number } | { absent: string };

type Box = [number, number, number, number];

function boxOf(geometry: AreaGeometry): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of partsOf(geometry)) {
    for (const [x, y] of rings[0] ?? []) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  }
  return box;
}

const partsOf = (each: AreaGeometry) => (each.type === 'Polygon' ? [each.coordinates] : each.coordinates);

/** Boxes in a tree, then the classic ray cast (W. R. Franklin) over each candidate's edges. */
export function joinByFlatbush({ areas, lon, lat }: JoinCase): Joined {
  const started = performance.now();
  const rings = areas.map((each) =>
    partsOf(each).flatMap((part) => part.map((ring) => Float64Array.from(ring.flat()))),
  );
  const tree = new Flatbush(areas.length);
  for (const each of areas) tree.add(...boxOf(each));
  tree.finish();
  let pairs = 0;
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i] ?? 0, lat[i] ?? 0];
    for (const area of tree.search(x, y, x, y)) if (rayCast(rings[area] ?? [], x, y)) pairs++;
  }
  return { pairs, milliseconds: performance.now() - started };
}

function rayCast(rings: Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const xy of rings) {
    let ax = xy[xy.length - 2] ?? 0;
    let ay = xy[xy.length - 1] ?? 0;
    for (let k = 0; k < xy.length; k += 2) {
      const bx = xy[k] ?? 0;
      const by = xy[k + 1] ?? 0;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      ax = bx;
      ay = by;
    }
  }
  return inside;
}

/** Turf on the first `points` of the case, every area asked (it looks at the box first itself). */
export function joinByTurf({ areas, lon, lat }: JoinCase, points: number): Joined {
  const shapes = areas.map((each) => ({ ...each, bbox: boxOf(each) }));
  const started = performance.now();
  let pairs = 0;
  for (let i = 0; i < points; i++) {
    const point: Position = [lon[i] ?? 0, lat[i] ?? 0];
    for (const shape of shapes) if (booleanPointInPolygon(point, shape)) pairs++;
  }
  return { pairs, milliseconds: performance.now() - started };
}

/** Runs a peer that reads `areas.json` and `points.csv` in a folder and prints pairs and seconds. */
function joinElsewhere({ areas, lon, lat }: JoinCase, run: (folder: string) => string): Joined {
  const folder = mkdtempSync(join(tmpdir(), 'commonbeat-join-'));
  chmodSync(folder, 0o777); // PostgreSQL runs as another user
  try {
    writeFileSync(join(folder, 'areas.json'), JSON.stringify(areas));
    writeFileSync(join(folder, 'areas.csv'), areas.map((each, i) => `${i}\t${JSON.stringify(each)}\n`).join(''));
    const rows: string[] = [];
    for (let i = 0; i < lon.length; i++) rows.push(`${lon[i]},${lat[i]}\n`);
    writeFileSync(join(folder, 'points.csv'), rows.join(''));
    const said = run(folder);
    const [, pairs, seconds] = /pairs (\d+) seconds ([\d.]+)/.exec(said) ?? [];
    return pairs === undefined
      ? { absent: said.trim() }
      : { pairs: Number(pairs), milliseconds: Number(seconds) * 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Debian's shapely, vectorized (see join-peer.py). */
export const joinByShapely = (each: JoinCase) =>
  joinElsewhere(each, (folder) => {
    const { stdout, stderr, error } = spawnSync('/usr/bin/python3', [script('join-peer.py'), folder], {
      encoding: 'utf8',
    });
    return error ? 'not installed' : stdout || `not installed (${stderr.trim().split('\n').at(-1)})`;
  });

/** PostGIS in a PostgreSQL of its own (see join-peer.sh); needs Debian's postgresql-15-postgis-3. */
export const joinByPostgis = (each: JoinCase) =>
  joinElsewhere(each, (folder) => {
    const { stdout, stderr, error } = spawnSync('/bin/sh', [script('join-peer.sh'), folder], { encoding: 'utf8' });
    return error ? 'not installed' : stdout || `not installed (${stderr.trim().split('\n').at(-1)})`;
  });
