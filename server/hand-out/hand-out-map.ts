import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOutFacts } from '#data/schema/records/hand-out.ts';
import { frameOf, placeMap } from '#server/documents/place-map/place-map.ts';
import { type GroundFeature, readGround } from '#server/documents/place-map/street-ground.ts';

export type HandOutMap = {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly hasStreets: boolean; // else the boundary stands alone, and the page says so
};

export const MAP_WIDTH = 344;
const LETTERS = 15; // pixels, above 11 pt
const SHOWN = { padding: 16, leastMeters: 500 };

/**
 * A way to draw the group's own ground with its street names and the facts' dots, as high as the page has room. The
 * department's streets are read once. Without them the boundary is drawn alone: a map is never blank.
 */
export async function openHandOutMap(
  home: string,
  { geometry, dots }: { geometry: AreaGeometry; dots: HandOutFacts['calls']['dots'] },
): Promise<(height: number, label: string) => HandOutMap> {
  const tallest = frameOf([], [{ name: '', geometry }], { width: MAP_WIDTH, height: TALLEST, ...SHOWN });
  const ground: GroundFeature[] | null = tallest === null ? null : await readGround(home, around(tallest.box));
  return (height, label) => {
    const frame = frameOf([], [{ name: '', geometry }], { width: MAP_WIDTH, height, ...SHOWN });
    if (frame === null) throw new RangeError('a boundary requires at least one corner');
    const { svg } = placeMap({
      ...{ id: 'area', label, frame, ground: ground ?? [], letters: LETTERS, streetsIn: geometry },
      areas: [{ name: '', geometry }],
      marks: [],
      dots: dots?.points.map(({ at }) => at) ?? [],
    });
    return { svg, width: MAP_WIDTH, height, hasStreets: ground?.some(({ name }) => name !== '') ?? false };
  };
}

export const TALLEST = 360;

/** Twice the window: what a lower one, which shows more to its sides, may need. */
function around([west, south, east, north]: readonly [number, number, number, number]) {
  const [wide, high] = [(east - west) / 2, (north - south) / 2];
  return [west - wide, south - high, east + wide, north + high] as const;
}
