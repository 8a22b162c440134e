import type { Position } from '#data/schema/area.ts';
import type { MapFrame, Point } from './map-frame.ts';

/** Something at a place, with the number that a list beside the map gives it. */
export type Mark = { readonly at: Position; readonly number: number };

/** One place as it is drawn: a point where it is, and its numbers there or, where it is crowded, beside it. */
export type PlacedMark = {
  readonly point: Point;
  readonly words: string; // "4", "1-3, 7"; empty where no room was left
  readonly label: Box;
  readonly isBeside: boolean; // then a thin line leads to it
};
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const HEIGHT = 19;
const POINT = 4; // radius
const GAP = 2;
const SAME = 2; // pixels: nobody tells two places apart
const TURNS = 24;
const MOST_NUMBERED = 90; // places: with more, numbers would hide the map
const REACHES = [20, 26, 33, 42, 54, 70, 90];

/** Puts the numbers so that none covers another number, another place or what is blocked. The loneliest are put first. */
export function placeMarks(marks: readonly Mark[], frame: MapFrame, blocked: readonly Box[] = []): PlacedMark[] {
  const spots = spotsOf(marks, frame);
  const crowd = ({ point }: Spot) => spots.filter((other) => away(other.point, point) < 40).length;
  const placed: PlacedMark[] = [];
  for (const spot of spots.toSorted((a, b) => crowd(a) - crowd(b) || (a.numbers[0] ?? 0) - (b.numbers[0] ?? 0))) {
    const words = numbersInWords(spot.numbers);
    const width = Math.max(HEIGHT, words.length * 7.6 + 8);
    const tried = spots.length > MOST_NUMBERED ? [] : candidatesOf(spot.point, width);
    const found = tried.find((box) => isFree(box, spot, { spots, placed, frame, blocked }));
    const label = found ?? boxAround(spot.point, 0, 0);
    placed.push({ point: spot.point, words: found ? words : '', label, isBeside: !covers(label, spot.point, 0) });
  }
  return placed;
}

type Spot = { readonly point: Point; readonly numbers: number[] };

function spotsOf(marks: readonly Mark[], frame: MapFrame): Spot[] {
  const spots: Spot[] = [];
  for (const { at, number } of marks) {
    const point = frame.toPixel(at);
    const same = spots.find((spot) => away(spot.point, point) < SAME);
    if (same) same.numbers.push(number);
    else spots.push({ point, numbers: [number] });
  }
  return spots;
}

/** "1-3, 7". */
export function numbersInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`)).join(', ');
}

const away = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const boxAround = ([x, y]: Point, width: number, height: number): Box => ({
  ...{ x: x - width / 2, y: y - height / 2, width, height },
});

function candidatesOf(point: Point, width: number): Box[] {
  const around = REACHES.flatMap((reach) =>
    Array.from({ length: TURNS }, (_, turn) => {
      const angle = (turn / TURNS) * 2 * Math.PI - Math.PI / 4;
      const [dx, dy] = [Math.cos(angle) * (reach + (width - HEIGHT) / 2), Math.sin(angle) * reach];
      return boxAround([point[0] + dx, point[1] + dy], width, HEIGHT);
    }),
  );
  return [boxAround(point, width, HEIGHT), ...around];
}

type Crowd = {
  readonly spots: readonly Spot[];
  readonly placed: readonly PlacedMark[];
  readonly frame: MapFrame;
  readonly blocked: readonly Box[];
};

function isFree(box: Box, spot: Spot, { spots, placed, frame, blocked }: Crowd): boolean {
  const isInside =
    box.x >= GAP && box.y >= GAP && box.x + box.width <= frame.width - GAP && box.y + box.height <= frame.height - GAP;
  if (!isInside || blocked.some((other) => overlap(box, other))) return false;
  if (spots.some((other) => other !== spot && covers(box, other.point, POINT))) return false;
  return placed.every(
    ({ label, point }) =>
      !overlap(box, label) &&
      !crosses(spot.point, middleOf(box), label) &&
      !(covers(label, point, 0) === false && crosses(point, middleOf(label), box)),
  );
}

const middleOf = ({ x, y, width, height }: Box): Point => [x + width / 2, y + height / 2];
const covers = ({ x, y, width, height }: Box, [px, py]: Point, more: number): boolean =>
  px > x - more && px < x + width + more && py > y - more && py < y + height + more;
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + GAP && b.x < a.x + a.width + GAP && a.y < b.y + b.height + GAP && b.y < a.y + a.height + GAP;

/** Whether a line runs through a box; tried in steps smaller than any box. */
function crosses(from: Point, to: Point, box: Box): boolean {
  const steps = Math.ceil(away(from, to) / 3);
  for (let i = 0; i <= steps; i++) {
    const share = steps === 0 ? 0 : i / steps;
    if (covers(box, [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])], 0)) return true;
  }
  return false;
}
