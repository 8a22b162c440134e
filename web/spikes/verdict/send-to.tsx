import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { RemovableTag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import type { Draft } from './draft.ts';
import type { Addressee } from './use-addressees.ts';
import css from './verdict.module.css';
import { words } from './words.ts';

type Props = {
  chosen: readonly Addressee[];
  others: readonly Addressee[]; // who could be told too
  told: readonly string[]; // names of those told before
  barred: readonly string[]; // officers who receive no calls of this kind
  without: readonly string[]; // groups that have no officer
  fault: string | undefined;
  draft: Draft;
  onChange: (changed: Partial<Draft>) => void;
};

/** Who is told: the officers of the groups touched, each to be taken away, and others to be added. */
export function SendTo({ chosen, others, told, barred, without, fault, draft, onChange }: Props) {
  const remove = (personId: string) =>
    draft.added.includes(personId)
      ? onChange({ added: draft.added.filter((each) => each !== personId) })
      : onChange({ left: [...draft.left, personId] });
  const add = (personId: string) =>
    draft.left.includes(personId)
      ? onChange({ left: draft.left.filter((each) => each !== personId) })
      : onChange({ added: [...draft.added, personId] });
  return (
    <fieldset className={css.sendTo}>
      <legend className={css.label}>{words.sendTo}</legend>
      <div className={css.chips}>
        {chosen.map(({ personId, label }) => (
          <RemovableTag key={personId} removeLabel={words.notTo(label)} onRemove={() => remove(personId)}>
            {label}
          </RemovableTag>
        ))}
        {others.length > 0 && <Add others={others} onAdd={add} />}
      </div>
      {chosen.length === 0 && told.length === 0 && <p className="caption">{words.sendToNobody}</p>}
      {told.length > 0 && <p className="caption">{words.alreadyTold(listed(told))}</p>}
      {barred.length > 0 && <p className="caption">{words.barred(listed(barred))}</p>}
      {without.length > 0 && <p className="caption">{words.noOfficer(listed(without))}</p>}
      {fault && <p className={css.fault}>{fault}</p>}
    </fieldset>
  );
}

/** Chosen first and added by a press: a list that acts while one walks through it cannot be used by keyboard. */
function Add({ others, onAdd }: { others: readonly Addressee[]; onAdd: (personId: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [picked, pick] = useState('');
  if (!isOpen) {
    return (
      <Button look="quiet" small onClick={() => setOpen(true)}>
        {words.add}
      </Button>
    );
  }
  return (
    <span className={css.add}>
      <select
        className={css.select}
        aria-label={words.addWhom}
        ref={focus}
        value={picked}
        onChange={(event) => pick(event.currentTarget.value)}
      >
        <option value="">{words.chooseWhom}</option>
        {others.map(({ personId, label }) => (
          <option key={personId} value={personId}>
            {label}
          </option>
        ))}
      </select>
      <Button
        small
        onClick={() => {
          if (picked !== '') onAdd(picked);
          pick('');
          setOpen(false);
        }}
      >
        {words.add}
      </Button>
    </span>
  );
}

const focus = (element: HTMLElement | null) => element?.focus();
