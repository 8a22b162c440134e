import { type FormEvent, useState } from 'react';
import { CATEGORIES } from '#data/codes/categories.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './compare.module.css';
import type { Asked } from './use-comparison.ts';
import { words } from './words.ts';

const KINDS = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'public')
  .map(({ category, label }) => ({ value: category as string, label: label as string })) // codes become plain values
  .toSorted((a, b) => a.label.localeCompare(b.label));

type Named = { readonly groupId: string; readonly name: string };

/** Two groups, one kind, days: there is no place for a third. */
export function ChooseForm({
  groups,
  asked,
  days,
  onAsk,
}: {
  groups: readonly Named[];
  asked: Asked;
  days: { from: string; to: string };
  onAsk: (asked: Asked) => void;
}) {
  const [a, setA] = useState(asked.groupIds[0] ?? '');
  const [b, setB] = useState(asked.groupIds[1] ?? '');
  const [category, setCategory] = useState(asked.category);
  const [typedFrom, setFrom] = useState<string | null>(null); // null: as they are; an answer that comes late takes no choice away
  const [typedTo, setTo] = useState<string | null>(null);
  const [from, to] = [typedFrom ?? days.from, typedTo ?? days.to];
  const choices = [
    { value: '', label: words.pick },
    ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
  ];
  const ask = (between: { from: string | null; to: string | null }) =>
    onAsk({ groupIds: [a, b], category, ...between });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isTyped = typedFrom !== null || typedTo !== null;
    ask(isTyped ? { from: from || null, to: to || null } : { from: asked.from, to: asked.to });
  };
  return (
    <form className={css.form} aria-label={words.choose} onSubmit={submit}>
      <ListField label={words.one} value={a} choices={choices} onPick={setA} />
      <ListField label={words.other} value={b} choices={choices} onPick={setB} />
      <ListField label={words.kind} value={category} choices={KINDS} onPick={setCategory} />
      <Field type="date" label={words.from} value={from} max={to} onChange={(e) => setFrom(e.currentTarget.value)} />
      <Field type="date" label={words.to} value={to} min={from} onChange={(e) => setTo(e.currentTarget.value)} />
      <div className={css.acts}>
        <Button type="submit" look="filled">
          {words.show}
        </Button>
        {(asked.from !== null || asked.to !== null) && (
          <Button look="quiet" onClick={() => ask({ from: null, to: null })}>
            {words.quarter}
          </Button>
        )}
      </div>
    </form>
  );
}
