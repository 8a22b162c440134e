import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { type Point, toWorld } from '#server/documents/place-map/map-frame.ts';
import type { GroundFeature } from '#server/documents/place-map/street-ground.ts';
import { DARK } from './dark-ink.ts';
import { shortPath, thinned } from './thin-path.ts';

export type Box = readonly [west: number, south: number, east: number, north: number];

const WIDE = 8000; // units across: finer than a 4K screen
const OFF = 1.2; // units that a line may be off

/**
 * The ground of a wall's map as SVG without any words: city, parks, water, streets, rail. In plain Web Mercator over
 * the box of degrees that its `data-` attributes name, so that whoever holds a boundary can lay it over. `outlines` are
 * the city where the basemap draws none.
 */
export function drawGround(box: Box, ground: readonly GroundFeature[], outlines: readonly AreaGeometry[]): string {
  const [west, south, east, north] = box;
  const [left, top] = toWorld([west, north]);
  const [right, bottom] = toWorld([east, south]);
  const scale = WIDE / (right - left);
  const height = Math.round((bottom - top) * scale);
  const place = ([x, y]: Point): Point => [(x - left) * scale, (y - top) * scale];
  const isOn = (points: readonly Point[]) =>
    points.some(([x]) => x >= 0) &&
    points.some(([x]) => x <= WIDE) &&
    points.some(([, y]) => y >= 0) &&
    points.some(([, y]) => y <= height);
  const path = (paths: readonly (readonly Point[])[], isClosed: boolean) =>
    paths
      .map((each) => each.map(place))
      .map((each) => (isOn(each) ? shortPath(thinned(each, OFF), isClosed) : ''))
      .join('');
  const of = (layer: string, kind: GroundFeature['kind'], classes?: readonly string[]) =>
    ground
      .filter((each) => each.layer === layer && each.kind === kind && (classes?.includes(each.class) ?? true))
      .flatMap(({ paths }) => paths);
  const fill = (name: string, paths: readonly (readonly Point[])[], color: string) =>
    part(path(paths, true), (d) => `<path class="${name}" d="${d}" fill="${color}" fill-rule="nonzero"/>`);
  const line = (name: string, paths: readonly (readonly Point[])[], color: string, width: number, more = '') =>
    part(
      path(paths, false),
      (d) =>
        `<path class="${name}" d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round" vector-effect="non-scaling-stroke"${more}/>`,
    );
  const drawnLand = of('land', 'area');
  const land = drawnLand.length > 0 ? drawnLand : outlines.flatMap(ringsOf).map((ring) => ring.map(toWorld));
  const parts = [
    fill('wall-land', land, DARK.land),
    fill('wall-park', of('park', 'area'), DARK.park),
    fill('wall-water', of('water', 'area'), DARK.water),
    line('wall-creek', of('water', 'line', ['creek', 'stream', 'canal']), DARK.water, 2),
    line('wall-street', of('street', 'line', ['local']), DARK.street, 1),
    line('wall-street', of('street', 'line', ['collector']), DARK.street, 1.6),
    line('wall-street-major', of('street', 'line', ['arterial']), DARK.major, 2.4),
    line('wall-street-major', of('street', 'line', ['highway']), DARK.highway, 3),
    line('wall-rail', of('rail', 'line'), DARK.rail, 1.4, ' stroke-dasharray="8 5"'),
  ];
  const where = `data-west="${west}" data-south="${south}" data-east="${east}" data-north="${north}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${height}" ${where}>${parts.join('')}</svg>`;
}

const part = (d: string, draw: (d: string) => string): string => (d === '' ? '' : draw(d));

const ringsOf = (geometry: AreaGeometry): Position[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
