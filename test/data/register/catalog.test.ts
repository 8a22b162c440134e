import { expect, test } from 'vitest';
import { POLICY_PROFILES } from '#data/policy/profiles.ts';
import { REGISTER, SHELVES } from '#data/register/catalog.ts';
import { checkFields } from '#data/register/fields-schema.ts';
import { RegisterKind } from '#data/schema/records/register.ts';

const specs = Object.values(REGISTER);

test('every kind stands on one shelf, has letters of its own, and serves a clause of a policy we ship', () => {
  expect(SHELVES.flatMap(({ kinds }) => kinds).toSorted()).toEqual(RegisterKind.options.toSorted());
  expect(new Set(specs.map(({ letters }) => letters)).size).toBe(specs.length);
  const clauses = new Set(POLICY_PROFILES.flatMap((profile) => profile.clauses.map(({ clause }) => clause)));
  for (const { kind, clauses: served } of specs) for (const clause of served) expect(clauses, kind).toContain(clause);
});

test('field names are unique in their kind, and what leaves with an entry is one of its fields', () => {
  for (const { kind, fields, tells } of specs) {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size, kind).toBe(names.length);
    for (const name of tells) expect(names, kind).toContain(name);
  }
});

test('every needed field of every kind is named when nothing is sent, and no other', () => {
  for (const { kind, fields } of specs) {
    const needed = fields.filter(({ isRequired }) => isRequired).map(({ name }) => `fields.${name}`);
    expect(
      checkFields(kind, {}).faults.map(({ path }) => path),
      kind,
    ).toEqual(needed);
  }
});
