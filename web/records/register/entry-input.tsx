import type { RegisterKind } from '#data/schema/records/register.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { useEntries } from './use-register.ts';
import { words } from './words.ts';

/** A choice among the entries of another kind. */
export function EntryInput({
  of,
  value,
  onChange,
  ...about
}: {
  of: RegisterKind;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
}) {
  const { data } = useEntries(of, { open: false, groupId: '', words: '' });
  const listed = data?.entries.map(({ entryId, title }) => ({ value: entryId, label: `${title} (${entryId})` })) ?? [];
  const chosen = typeof value === 'string' ? value : '';
  const isListed = chosen === '' || listed.some((one) => one.value === chosen);
  const choices = [
    { value: '', label: words.notSaid },
    ...listed,
    ...(isListed ? [] : [{ value: chosen, label: chosen }]),
  ];
  return <ListField {...about} value={chosen} choices={choices} onPick={(picked) => onChange(picked || null)} />;
}
