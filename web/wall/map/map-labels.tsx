import type { MultiPolygon, Polygon } from 'geojson';
import { labelPoint } from '#web/map/label-point.ts';
import { nameInLines } from '#web/wall/type/short-name.ts';
import { textWidth, wrapped } from '#web/wall/type/text-width.ts';
import type { DrawnArea } from './drawn-area.ts';
import type { WallGround } from './ground.ts';
import { type Frame, project } from './mercator.ts';
import { boxesMeet, type PixelBox } from './outline.ts';
import { type LabelWish, placeLabels } from './place-labels.ts';
import css from './wall-map.module.css';

const MAIN = { size: 40, weight: 650 };
const LESSER = { size: 38, weight: 500 };
const WIDEST = 430; // of a line, in wall pixels

type Props = {
  ground: WallGround;
  areas: readonly DrawnArea[];
  named: readonly string[]; // must be named, the most important first
  alsoNamed: readonly string[]; // where the name fits within the area
  frame: Frame;
  bounds: PixelBox;
  u: number;
};

type Named = {
  areaId: string;
  name: string;
  x: number;
  y: number;
  isInside: boolean;
  isLesser: boolean;
  lines: string[];
};

export function MapLabels(props: Props) {
  const { areas, u } = props;
  return namesOf(props).map(({ areaId, x, y, isInside, isLesser, lines }) => {
    const { size } = isLesser ? LESSER : MAIN;
    const isBright = isInside && areas.find((area) => area.areaId === areaId)?.verdict === 'unusual';
    const first = y - ((lines.length - 1) / 2) * size * 1.1 * u + 0.36 * size * u; // to the baseline
    return (
      <text key={areaId} className={css.name} data-on={isBright ? 'bright' : 'dark'} data-lesser={isLesser}>
        {lines.map((line, index) => (
          <tspan key={line} x={x} y={first + index * size * 1.1 * u}>
            {line}
          </tspan>
        ))}
      </text>
    );
  });
}

function namesOf({ ground, areas, named, alsoNamed, frame, bounds, u }: Props): Named[] {
  // the same shapes by their RFC names
  const shapes = new Map(
    ground.areas.map(({ properties, geometry }) => [properties.areaId, geometry as Polygon | MultiPolygon]),
  );
  const everyName = areas.map(({ name }) => name);
  const wishes = [...named, ...alsoNamed.filter((areaId) => !named.includes(areaId))].flatMap((areaId) => {
    const area = areas.find((each) => each.areaId === areaId);
    const shape = shapes.get(areaId);
    if (!area || !shape) return [];
    const isNeeded = named.includes(areaId);
    const { size, weight } = isNeeded ? MAIN : LESSER;
    const widest = isNeeded ? WIDEST : Math.min(WIDEST, (0.8 * (area.box.right - area.box.left)) / u);
    const linesOf = (way: string) => wrapped(way, widest, size, weight);
    const lines = linesOf(nameInLines(area.name, everyName, (way) => linesOf(way).length, [2]));
    const others = areas.filter((other) => other !== area && boxesMeet(other.box, area.box));
    const shared = others.flatMap((other) => shapes.get(other.areaId) ?? []);
    const [lon, lat] = labelPoint(shape, shared);
    const wish: LabelWish = {
      areaId,
      rings: area.rings,
      at: project(frame, lon, lat),
      width: Math.max(...lines.map((line) => textWidth(line, size, weight))) * u,
      height: lines.length * size * 1.1 * u,
      isNeeded,
    };
    return [{ wish, name: area.name, lines }];
  });
  const bright = areas.filter(({ verdict, isFar }) => verdict === 'unusual' && !isFar).map(({ rings }) => rings);
  const places = placeLabels(
    wishes.map(({ wish }) => wish),
    { bounds, bright, gap: 12 * u },
  );
  return places.flatMap((place) => {
    const found = wishes.find(({ wish }) => wish.areaId === place.areaId);
    return found ? [{ ...place, name: found.name, lines: found.lines, isLesser: !found.wish.isNeeded }] : [];
  });
}
