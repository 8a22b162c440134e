import { Role } from '#data/schema/release-level.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Field } from '#web/ui/field.tsx';
import { roleInWords, words } from './words.ts';

export type Given = { name: string; title: string; role: Role; unit: string };

const ROLES = Role.options.map((value) => ({ value, label: roleInWords(value) }));

/** Who a person is, to be written. */
export function PersonFields({
  given,
  set,
  faultOf,
}: {
  given: Given;
  set: (change: Partial<Given>) => void;
  faultOf: (field: string) => string | undefined;
}) {
  return (
    <>
      <Field
        label={words.name}
        required
        maxLength={120}
        value={given.name}
        fault={faultOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Field
        label={words.title}
        hint={words.titleHint}
        maxLength={120}
        value={given.title}
        fault={faultOf('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <ListField
        label={words.role}
        value={given.role}
        choices={ROLES.filter(({ value }) => value !== 'wall' || given.role === 'wall')} // a screen is paired, not made here
        fault={faultOf('role')}
        onPick={(role) => set({ role })}
      />
      <Field
        label={words.unit}
        maxLength={120}
        value={given.unit}
        fault={faultOf('unit')}
        onChange={(event) => set({ unit: event.currentTarget.value })}
      />
    </>
  );
}
