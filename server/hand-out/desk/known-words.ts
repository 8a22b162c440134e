import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { blockName } from '#data/codes/block-name.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { fullName } from '#data/schema/records/person.ts';
import { readGround } from '#server/documents/place-map/street-ground.ts';
import type { Gate } from '#server/hand-out/gate/open-gate.ts';
import type { readNames } from '#server/store/hand-out-sources.ts';

/** Who must not be named on a page, and what looks like a name there and may stand. */
export type KnownWords = {
  readonly knownNames: readonly string[]; // whole, and the surname
  readonly firstNames: readonly string[];
  readonly mayStand: readonly string[];
};

const AROUND = 0.05; // degrees, about five kilometers: a low map of a tall area shows as much to its sides
const SHORTEST = 3; // letters of a name that stands alone

type Names = Awaited<ReturnType<typeof readNames>>;
export type Standing = {
  readonly department: string;
  readonly phone: string;
  readonly email: string;
  readonly places: readonly string[];
};

export async function knownWords(
  home: string,
  gate: Gate,
  ground: AreaGeometry,
  { residents, staff, groups }: Names,
  { department, phone, email, places }: Standing,
): Promise<KnownWords> {
  const parts = residents.map((name) => name.trim().split(/\s+/)).filter(({ length }) => length > 1);
  const alone = (at: number) =>
    [...new Set(parts.flatMap((part) => part.at(at) ?? []))].filter((part) => part.length >= SHORTEST);
  const officers = staff.flatMap((one) => [fullName(one), `Officer ${one.name}`]);
  return {
    knownNames: [...new Set([...residents, ...alone(-1)])],
    firstNames: alone(0),
    mayStand: [
      ...[department, phone, email, ...officers, ...groups, ...places],
      ...(await placeNames(home, gate, ground)),
    ].filter((words) => words !== ''),
  };
}

/** Streets, parks and water by the group's ground, from the map and from the calls. */
async function placeNames(home: string, { addresses }: Gate, ground: AreaGeometry): Promise<string[]> {
  const [west, south, east, north] = bboxOfAreas([ground]) ?? [0, 0, 0, 0];
  const box = [west - AROUND, south - AROUND, east + AROUND, north + AROUND] as const;
  const drawn = (await readGround(home, box)) ?? [];
  const names = new Set(drawn.map(({ name }) => name));
  for (const [i, block] of addresses.block.entries()) {
    const [lon, lat] = [addresses.lon[i] ?? 0, addresses.lat[i] ?? 0];
    const isNear = lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
    if (isNear) names.add(blockName(block).replace(/^\d+\s+(?:blk\s+)?/i, ''));
  }
  return [...names];
}
