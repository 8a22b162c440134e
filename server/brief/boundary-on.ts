import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import { RecordRefused } from '#server/errors.ts';

/** The boundary that held on a day. */
export function boundaryOn({ name }: Group, versions: readonly BoundaryVersion[], day: string): BoundaryVersion {
  const held = versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
  if (held === undefined)
    throw new RecordRefused('groupId', `${name} had no boundary on ${day}: draw one, then its calls can be counted.`);
  return held;
}
