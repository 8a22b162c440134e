import { REGISTER } from '#data/register/catalog.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { NotTheirs } from '#server/errors.ts';

/** Some kinds of entry are kept by few roles; the same holds where another page writes the entry. */
export function mustKeep(kind: RegisterKind, { actor }: Acting): void {
  const { keepers, one } = REGISTER[kind];
  if (keepers !== null && !keepers.includes(actor.role))
    throw new NotTheirs(`A ${one} is kept by: ${keepers.map((role) => role.replaceAll('-', ' ')).join(', ')}.`);
}
