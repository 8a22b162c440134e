import { inArray } from 'drizzle-orm';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { Report } from '#data/schema/records/report.ts';
import { boundariesOn } from './boundaries.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';

export type ConcernGround = {
  readonly concernId: string;
  readonly category: string;
  readonly heardOn: string;
  readonly closedOn: string | null;
  readonly groupId: string;
  readonly groupName: string;
  readonly geometry: AreaGeometry;
};

/** The concerns that a report names and that were open on at least one of its days. */
export async function reportGrounds(tx: Tx, { parts, from, to }: Report): Promise<ConcernGround[]> {
  const named = new Set(parts.flatMap(({ items }) => items.map(({ itemId }) => itemId)));
  const grounds = await concernGrounds(tx, [...named].filter(isConcern), to);
  return grounds.filter(({ closedOn }) => closedOn === null || closedOn >= from);
}

const isConcern = (itemId: string) => itemId.startsWith('C-');

/** Concerns with the boundary, on a day, of the group that each is of. Without a kind or a group there is none. */
export async function concernGrounds(tx: Tx, concernIds: readonly string[], day: string): Promise<ConcernGround[]> {
  const rows = await tx
    .select()
    .from(concern)
    .where(inArray(concern.concernId, [...concernIds]));
  const { features } = await boundariesOn(tx, day);
  return rows.flatMap(({ concernId, category, heardAt, closedOn, groupIds }) => {
    const ground = features.find(({ id }) => id === groupIds[0]);
    if (ground === undefined || category === null) return [];
    const { areaId: groupId, name: groupName } = ground.properties;
    const heardOn = heardAt.slice(0, 10);
    return [{ concernId, category, heardOn, closedOn, groupId, groupName, geometry: ground.geometry }];
  });
}
