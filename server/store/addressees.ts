import { inArray } from 'drizzle-orm';
import { isProtected, readsProtected } from '#data/codes/protected-kinds.ts';
import { may, type Permission } from '#data/schema/permissions.ts';
import { fullName, type Person } from '#data/schema/records/person.ts';
import { FieldsRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { person } from './tables/people.ts';

/**
 * The people that something is sent to, each once, in the order they were named. Whoever is unknown, has left or may
 * not read what they would be told of (as calls of a protected kind) is refused by place: sendTo.2.
 */
export async function findAddressees(
  tx: Tx,
  sendTo: readonly string[],
  reads: Permission,
  category: string | null = null,
): Promise<Person[]> {
  const asked = [...new Set(sendTo)];
  if (asked.length === 0) return [];
  const rows = await tx.select().from(person).where(inArray(person.personId, asked));
  const known = new Map(rows.map((row) => [row.personId, row]));
  const faults = sendTo.flatMap((personId, place) => {
    const message = faultOf(personId, known.get(personId), reads, category);
    return message === null ? [] : [{ path: `sendTo.${place}`, message }];
  });
  if (faults.length > 0) throw new FieldsRefused(faults);
  return asked.flatMap((personId) => known.get(personId) ?? []);
}

function faultOf(
  personId: string,
  found: Person | undefined,
  reads: Permission,
  category: string | null,
): string | null {
  if (found === undefined) return `No person is called ${personId}.`;
  if (!found.isActive) return `${fullName(found)} has no active account.`;
  if (!may(found.role, reads)) return `${fullName(found)} may not read this: choose somebody else.`;
  if (!isProtected(category) || readsProtected(found.role)) return null;
  return `${fullName(found)} does not read calls of this kind: choose an analyst or a commander.`;
}
