import { useMemo } from 'react';
import type { AreaFeature } from '#data/schema/area.ts';
import { listed } from '#web/ui/words.ts';
import type { Draft } from './draft.ts';
import css from './intake.module.css';
import type { Known } from './kept-on-phone.ts';
import { Pick } from './pick.tsx';
import { groupsOf, type Named } from './place-of-words.ts';
import { words } from './words.ts';

type Props = { named: Named; known: Known; draft: Draft; write: (changed: Partial<Draft>) => void };

/** Only the street is known: no point of it stands for the rest, so the writer taps, or chooses among its groups. */
export function WhichGroup({ named: { street, hundred }, known, draft, write }: Props) {
  const { isSame, groupIds } = useMemo(() => groupsOf(street, known.groups), [street, known.groups]);
  if (isSame) {
    const all = listed(namesOf(known.groups, groupIds));
    return (
      <p className={css.taps} role="status">
        {all === '' ? words.streetOfNone(street.name) : words.streetOf(street.name, all)}
      </p>
    );
  }
  const options = Object.fromEntries([
    ...groupIds
      .map((id) => [id, namesOf(known.groups, [id]).join()] as const)
      .sort(([, name], [, other]) => name.localeCompare(other)),
    ['', words.groupUnknown] as const,
  ]);
  return (
    <>
      <p className={css.taps} role="status">
        {hundred === null ? words.streetAlone(street.name) : words.blockUnknown(hundred, street.name)}
      </p>
      <Pick
        label={words.whichGroup}
        options={options}
        value={draft.groupIds[0] ?? ''}
        onPick={(id) => write({ groupIds: id === '' ? [] : [id] })}
      />
    </>
  );
}

export const namesOf = (groups: readonly AreaFeature[], ids: readonly string[]): string[] =>
  ids.flatMap((id) => groups.find(({ properties }) => properties.areaId === id)?.properties.name ?? []);
