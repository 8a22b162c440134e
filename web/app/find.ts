import { blockName } from '#data/codes/block-name.ts';
import { kindName } from '#web/ask/kinds.ts';
import type { Door, Opened } from '#web/compute/door.ts';
import { count } from '#web/ui/words.ts';
import { words } from './words.ts';

type Named = { key: string; label: string; hint: string };
export type Found = Named &
  (
    | { is: 'area'; layer: string; areaId: string }
    | { is: 'kind'; category: string }
    | { is: 'place'; placeKey: string }
    | { is: 'figure'; code: string }
    | { is: 'wall'; code: string }
  );

const AT_MOST = 6;

/** Everything that holds the letters, in groups, as far as the calls are open; four figures may be a house's number first. */
export function findAll(
  opened: Opened | null,
  wanted: string,
  places: readonly Found[],
): { title: string; found: Found[] }[] {
  const code = wanted.toUpperCase();
  const wall = { title: words.walls, found: findWall(code) };
  const isNumber = /^\d+$/.test(code);
  const figures: Found[] = /^CB-[0-9A-Z-]{3,}$/.test(code)
    ? [{ is: 'figure', key: `figure ${code}`, label: words.openFigure(code), hint: '', code }]
    : [];
  return [
    { title: words.figures, found: figures },
    ...(isNumber ? [] : [wall]),
    { title: words.areas, found: opened ? findAreas(opened, wanted) : [] },
    { title: words.kinds, found: opened ? findKinds(opened, wanted) : [] },
    { title: words.streets, found: [...places] },
    ...(isNumber ? [wall] : []),
  ].filter(({ found }) => found.length > 0);
}

/** Codes of walls have no vowels, so hardly any word is taken for one. */
const findWall = (code: string): Found[] =>
  /^[0-9BCDFGHJKMNPQRSTVWXYZ]{4}$/.test(code)
    ? [{ is: 'wall', key: `wall ${code}`, label: words.openWall(code), hint: '', code }]
    : [];

function findAreas({ manifest, layers }: Opened, wanted: string): Found[] {
  const found = manifest.areas.flatMap(({ layer, title }) =>
    (layers[layer]?.features ?? [])
      .map(({ properties }) => properties)
      .filter(({ name }) => holds(name, wanted))
      .map(
        ({ areaId, name }): Found => ({
          is: 'area',
          key: `${layer} ${areaId}`,
          label: name,
          hint: title,
          layer,
          areaId,
        }),
      ),
  );
  return startsFirst(found, wanted);
}

function findKinds({ types }: Opened, wanted: string): Found[] {
  const present = [...new Set(types.map(({ category }) => category))];
  const found = present
    .filter((category) => holds(kindName(category), wanted))
    .map((category): Found => ({ is: 'kind', key: `kind ${category}`, label: kindName(category), hint: '', category }));
  return startsFirst(found, wanted);
}

/** Places whose block or street holds the letters, most calls first. */
export async function findPlaces(door: Door, wanted: string): Promise<Found[]> {
  const like = `%${wanted.replaceAll("'", "''").replaceAll(/[%_]/g, ' ')}%`;
  const { rows } = await door.sql(
    `select place_key, any_value(address_block) as block, count(*)::int as calls
     from call
     where address_block ilike '${like}' and place_key is not null
     group by place_key
     order by calls desc, place_key
     limit ${AT_MOST}`,
    AT_MOST,
  );
  return rows.map(([placeKey, block, calls]): Found => {
    const key = String(placeKey);
    return {
      is: 'place',
      key: `place ${key}`,
      label: blockName(String(block)),
      hint: count(Number(calls)),
      placeKey: key,
    };
  });
}

const holds = (name: string, wanted: string): boolean => name.toLowerCase().includes(wanted.toLowerCase());

const startsFirst = (found: Found[], wanted: string): Found[] =>
  found
    .sort((a, b) => Number(starts(b, wanted)) - Number(starts(a, wanted)) || a.label.localeCompare(b.label))
    .slice(0, AT_MOST);

const starts = ({ label }: Found, wanted: string): boolean => label.toLowerCase().startsWith(wanted.toLowerCase());
