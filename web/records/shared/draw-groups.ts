import type { BoardGroup } from '#data/schema/records/duty.ts';
import { labelPoint } from '#web/map/label-point.ts';

type Drawn = Pick<BoardGroup, 'groupId' | 'name' | 'geometry'>;
type Shape = { readonly groupId: string; readonly path: string; readonly at: readonly [x: number, y: number] };
const WIDTH = 400;
const MARGIN = 12;
const LABEL_ROOM = 5; // characters wide: names stay inside the picture

/** The groups' grounds as paths in one picture, north up, sideways shrunk by the latitude. */
export function drawingOf(groups: readonly Drawn[]): { width: number; height: number; shapes: Shape[] } {
  const placed = groups.flatMap(({ groupId, geometry, name }) => (geometry ? [{ groupId, geometry, name }] : []));
  const points = placed.flatMap(({ geometry }) => polygonsOf(geometry).flat(2));
  if (points.length === 0) return { width: WIDTH, height: 0, shapes: [] };
  const [west, east] = rangeOf(points.map(([lon]) => lon));
  const [south, north] = rangeOf(points.map(([, lat]) => lat));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (WIDTH - 2 * MARGIN) / ((east - west) * shrink);
  const place = ([lon, lat]: readonly [number, number]): [number, number] => [
    round(MARGIN + (lon - west) * shrink * scale),
    round(MARGIN + (north - lat) * scale),
  ];
  const ringPath = (ring: readonly [number, number][]) => `M${ring.map((point) => place(point).join(' ')).join('L')}Z`;
  return {
    width: WIDTH,
    height: round((north - south) * scale + 2 * MARGIN),
    shapes: placed.map(({ groupId, geometry, name }) => {
      const [x, y] = place(labelPoint(geometry));
      const half = name.length * LABEL_ROOM * 0.7;
      return {
        groupId,
        path: polygonsOf(geometry).flat().map(ringPath).join(''),
        at: [Math.min(WIDTH - half, Math.max(half, x)), y],
      };
    }),
  };
}

type Ground = NonNullable<BoardGroup['geometry']>;
const polygonsOf = (geometry: Ground): [number, number][][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const rangeOf = (values: readonly number[]): [low: number, high: number] => [
  values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
  values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
];
const round = (value: number): number => Math.round(value * 10) / 10;
