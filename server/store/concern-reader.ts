import { may } from '#data/schema/permissions.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { Actor } from '#data/schema/records/person.ts';

/** Who is shown how a resident is reached: the owner, who filed it, the coordinator and the commanders. */
export const seesReach = (
  { personId, role }: Actor,
  { ownerId, filedBy }: Pick<Concern, 'ownerId' | 'filedBy'>,
): boolean => may(role, 'concern.triage') || personId === ownerId || personId === filedBy;

/** A concern as a member of the department reads it: to most of them a resident has no name, phone or address. */
export const asReadBy = (actor: Actor, kept: Concern): Concern =>
  seesReach(actor, kept) ? kept : { ...kept, contactName: '', contactReach: '' };

/** Enough of an address to know it by, and not enough to write to it. */
export const maskedReach = (reach: string): string => reach.replace(/^(.)[^@]*/, '$1…');
