import { inArray } from 'drizzle-orm';
import { FieldsRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { group } from './tables/groups.ts';

/** Refuses groups that are not in the registry, by place: groupIds.1. */
export async function refuseUnknownGroups(tx: Tx, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  const rows = await tx
    .select({ groupId: group.groupId })
    .from(group)
    .where(inArray(group.groupId, [...groupIds]));
  const known = new Set(rows.map(({ groupId }) => groupId));
  const faults = groupIds.flatMap((groupId, place) =>
    known.has(groupId) ? [] : [{ path: `groupIds.${place}`, message: `No group is called ${groupId}.` }],
  );
  if (faults.length > 0) throw new FieldsRefused(faults);
}
