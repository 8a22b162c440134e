import type { AreaGeometry } from '#data/schema/area.ts';
import type { MapFrame, Point } from './map-frame.ts';
import { PAPER } from './paper-ink.ts';
import type { GroundFeature } from './street-ground.ts';

const ROADS: readonly {
  readonly class: string;
  readonly width: number;
  readonly casing: number;
  readonly edge: string;
}[] = [
  { class: 'local', width: 2.6, casing: 3.8, edge: PAPER.localEdge },
  { class: 'collector', width: 3.6, casing: 5, edge: PAPER.roadEdge },
  { class: 'arterial', width: 5, casing: 6.8, edge: PAPER.roadEdge },
  { class: 'highway', width: 5, casing: 8, edge: PAPER.highwayEdge },
];
const FINE = 7; // meters a pixel: beyond it small streets are a grey haze, and thinner

/** Parks, water, rail and streets, the larger streets over the smaller. */
export function groundShapes(ground: readonly GroundFeature[], frame: MapFrame): string {
  const on = ground.filter((feature) => touches(feature, frame));
  const of = (layer: string, kind: GroundFeature['kind']) =>
    on.filter((each) => each.layer === layer && each.kind === kind);
  const fill = (features: readonly GroundFeature[], color: string) =>
    features.length === 0 ? '' : `<path d="${joined(features, frame, 'Z')}" fill="${color}" fill-rule="evenodd"/>`;
  const line = (features: readonly GroundFeature[], color: string, width: number, more = '') =>
    features.length === 0
      ? ''
      : `<path d="${joined(features, frame, '')}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linejoin="round"${more || ' stroke-linecap="round"'}/>`;
  const streets = of('street', 'line');
  const thin = frame.metersPerPixel > FINE ? 0.6 : 1;
  const casings = ROADS.map((road) => line(classed(streets, road.class), road.edge, road.casing * thin));
  const roads = ROADS.map((road) => line(classed(streets, road.class), PAPER.road, road.width * thin));
  const creeks = of('water', 'line').filter((each) => each.class !== 'river');
  return [
    ...of('landuse', 'area').map((each) => fill([each], PAPER.site)),
    ...of('park', 'area').map((each) => fill([each], PAPER.park)),
    ...of('water', 'area').map((each) => fill([each], PAPER.water)),
    line(creeks, PAPER.water, 3),
    ...casings,
    ...roads,
    line(of('rail', 'line'), PAPER.rail, 1.4, ' stroke-dasharray="6 4"'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const classed = (features: readonly GroundFeature[], name: string) => features.filter((each) => each.class === name);

const touches = ({ paths }: GroundFeature, { fromWorld, width, height }: MapFrame): boolean =>
  paths.some((path) => {
    const points = path.map(fromWorld);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const isOn = (values: number[], most: number) => Math.max(...values) >= -10 && Math.min(...values) <= most + 10;
    return points.length > 0 && isOn(xs, width) && isOn(ys, height);
  });

const joined = (features: readonly GroundFeature[], { fromWorld }: MapFrame, end: string): string =>
  features.flatMap(({ paths }) => paths.map((path) => pathThrough(path.map(fromWorld), end))).join('');

/** The outline of an area, for a path with the even-odd rule. */
export const pathOf = (geometry: AreaGeometry, { toPixel }: MapFrame): string =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    .flat()
    .map((ring) => pathThrough(ring.map(toPixel), 'Z'))
    .join('');

export const pathThrough = (points: readonly Point[], end = ''): string =>
  points.length === 0 ? '' : `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${end}`;
