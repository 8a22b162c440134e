import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AreaLayer } from '#data/schema/area.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import type { WallRows } from '#server/store/wall-records.ts';

export type HomeNames = { readonly city: string; readonly districts: ReadonlyMap<string, string> };

/** The city's name, and those of its districts: the registry keeps a district's id where one was chosen on the map. */
export async function readHomeNames(home: string): Promise<HomeNames> {
  const { city, layers } = await readStoreIndex(home);
  const layer = layers.find(({ kind }) => kind === 'district');
  if (layer === undefined) return { city, districts: new Map() };
  const { features }: AreaLayer = JSON.parse(await readFile(join(home, 'areas', layer.file), 'utf8')); // checked when it was taken in
  return { city, districts: new Map(features.map(({ properties: { areaId, name } }) => [areaId, name])) };
}

/** The rows with districts by their names, as they are read from a wall. */
export const withDistrictNames = (rows: WallRows, { districts }: HomeNames): WallRows => ({
  ...rows,
  contacts: {
    ...rows.contacts,
    groups: rows.contacts.groups.map((group) => ({
      ...group,
      district: group.district && (districts.get(group.district) ?? group.district),
    })),
  },
});
