import { may } from '#data/schema/permissions.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Person } from '#data/schema/records/person.ts';

type Reader = Pick<Person, 'personId' | 'role'>;
type Address = Pick<Notice, 'toRole' | 'toPersonId' | 'acknowledgments'>;

/** Whether a notice is meant for this person: by name, by role, or for all personnel. */
export function isAddressedTo({ toRole, toPersonId }: Address, { personId, role }: Reader): boolean {
  if (toPersonId !== null) return toPersonId === personId;
  return toRole === null ? may(role, 'notice.acknowledge') : toRole === role;
}

/** Whether it still waits for this person. One holder of a role reads for the role; all personnel each for themselves. */
export function isWaitingFor(notice: Address, reader: Reader): boolean {
  if (!isAddressedTo(notice, reader)) return false;
  const isForAll = notice.toRole === null && notice.toPersonId === null;
  const read = notice.acknowledgments;
  return isForAll ? read.every(({ by }) => by !== reader.personId) : read.length === 0;
}
