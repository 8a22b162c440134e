import { frameOf, type MapArea, placeMap } from '#server/documents/place-map/place-map.ts';
import { readGround } from '#server/documents/place-map/street-ground.ts';
import { counted } from './bulletin-words.ts';
import type { BulletinFacts } from './facts.ts';

export type BulletinMap = {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly note: string;
};

const SIZES = {
  cases: { width: 352, height: 292, padding: 30, leastMeters: 700 },
  open: { width: 717, height: 500, padding: 24, leastMeters: 700 },
};

const LETTERS = { cases: 13.4, open: 15 };

/** The bulletin's map over the department's own streets; null where neither a case nor a group has a place. */
export async function bulletinMap(home: string, facts: BulletinFacts, label: string): Promise<BulletinMap | null> {
  const areas: MapArea[] = facts.groups.flatMap(({ name, geometry }) =>
    geometry === null ? [] : [{ name, geometry }],
  );
  const marks =
    facts.edition === 'open'
      ? []
      : facts.cases.flatMap(({ number, place }) => (place === null ? [] : [{ number, at: place }]));
  const size = SIZES[facts.edition];
  const places = marks.map(({ at }) => at);
  const frame = frameOf(places, areas, size);
  if (frame === null) return null;
  const ground = await readGround(home, frame.box);
  const { svg, unnumbered } = placeMap({
    id: 'map',
    label,
    frame,
    ground: ground ?? [],
    areas,
    marks,
    letters: LETTERS[facts.edition],
  });
  const note = [
    ground === null ? 'No street map is kept here.' : '',
    unnumbered > 0 ? `Without their number, for want of room: ${counted(unnumbered, 'place')}.` : '',
  ];
  return { svg, width: size.width, height: size.height, note: note.join(' ').trim() };
}
