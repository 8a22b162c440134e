import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { escaped } from '#server/documents/escaped.ts';
import { areaName } from './area-names.ts';
import { type Circle, circlesOfBox, freeRoom } from './free-room.ts';
import { placeFurniture } from './furniture.ts';
import { groundNames } from './ground-names.ts';
import { groundShapes, pathOf } from './ground-shapes.ts';
import { resample } from './line-names.ts';
import { type FrameSize, fitFrame, type MapFrame } from './map-frame.ts';
import { type Mark, placeMarks } from './number-marks.ts';
import { DOT, dotsSvg, marksSvg, namesSvg, outlinesSvg } from './paint.ts';
import { PAPER } from './paper-ink.ts';
import type { GroundFeature } from './street-ground.ts';

export type MapArea = { readonly name: string; readonly geometry: AreaGeometry };
export type PlaceMap = {
  readonly id: string; // of this map in its page: letters and digits
  readonly label: string; // what it shows, for who cannot see it
  readonly frame: MapFrame;
  readonly ground: readonly GroundFeature[]; // from readGround(home, frame.box); empty: no streets
  readonly areas: readonly MapArea[];
  readonly marks: readonly Mark[];
  readonly dots?: readonly (readonly [lon: number, lat: number])[]; // places without a number, larger than a mark's point
  readonly streetsIn?: AreaGeometry; // the streets in it are named first
  readonly letters?: number; // pixels; never below 13.3, which is 10 pt
};

export type DrawnMap = {
  readonly svg: string;
  readonly unnumbered: number; // places that are drawn without their number, for want of room: to be said beside the map
};

/** The window of a map: around the places where there are any, else around the areas; null where there is neither. */
export function frameOf(places: readonly Position[], areas: readonly MapArea[], size: FrameSize): MapFrame | null {
  const corners = places.length > 0 ? places : areas.flatMap(({ geometry }) => cornersOf(geometry));
  return corners.length === 0 ? null : fitFrame(corners, size);
}

const ringsOf = (geometry: AreaGeometry): Position[][] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
const cornersOf = (geometry: AreaGeometry): Position[] => ringsOf(geometry).flat();

const APART = 9; // points of 4 pixels: a name may cross the boundary of the streets it stands for, not run along it

const circlesAlong = (geometry: AreaGeometry, { toPixel, width, height }: MapFrame, every: number): Circle[] =>
  ringsOf(geometry)
    .flatMap((ring) => resample(ring.map(toPixel)).filter((_, i) => i % every === 0))
    .filter(([x, y]) => x > 0 && y > 0 && x < width && y < height)
    .map(([x, y]) => ({ x, y, r: 1 }));

/**
 * A map for paper as one SVG that stands on its own: ground, boundaries, numbered places, a scale in both measures and
 * north. One grey ink; what must be told apart differs in shape or in lightness. A number never covers a place, and a
 * name that finds no free room is left out.
 */
export function placeMap(map: PlaceMap): DrawnMap {
  const { id, label, frame, ground, areas, marks, dots = [], streetsIn, letters = 13.4 } = map;
  const { width, height } = frame;
  const room = freeRoom(width, height);
  const dotted = dots.map(([lon, lat]) => frame.toPixel([lon, lat]));
  const places = [...marks.map(({ at }) => frame.toPixel(at)), ...dotted];
  const { svg: corners, boxes } = placeFurniture(frame, places, letters);
  for (const { x, y, width: wide, height: high } of boxes) room.take(circlesOfBox(x, y, wide, high));
  const placed = placeMarks(marks, frame, boxes);
  for (const { point, label: box } of placed) {
    room.take([{ x: point[0], y: point[1], r: 7 }, ...circlesOfBox(box.x, box.y, box.width, box.height)]);
  }
  room.take(dotted.map(([x, y]) => ({ x, y, r: DOT + 1 })));
  const shapes = groundShapes(ground, frame);
  const outlines = areas.map(({ name, geometry }) => ({ name, path: pathOf(geometry, frame) }));
  const areaNames = areas.flatMap((area) => (area.name === '' ? [] : areaName(area, frame, room, letters + 1.6)));
  for (const { geometry } of areas) room.take(circlesAlong(geometry, frame, streetsIn === undefined ? 1 : APART)); // a name does not cut a boundary
  const first = streetsIn === undefined ? [] : ringsOf(streetsIn).map((ring) => ring.map(frame.toPixel));
  const names = groundNames(ground, { frame, room, letters, near: places, first });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(label)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, 'Liberation Sans', Arial, sans-serif">
<clipPath id="${id}-frame"><rect width="${width}" height="${height}"/></clipPath>
<g clip-path="url(#${id}-frame)">
<rect width="${width}" height="${height}" fill="${PAPER.land}"/>
${shapes}
${outlinesSvg(outlines)}
${namesSvg(id, names, areaNames, letters)}
${corners}
${dotsSvg(dotted)}
${marksSvg(placed)}
</g>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="none" stroke="${PAPER.frame}"/>
</svg>`;
  return { svg, unnumbered: placed.filter(({ words }) => words === '').length };
}
