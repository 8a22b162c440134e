import { useState } from 'react';
import { CATEGORIES } from '#data/codes/categories.ts';
import { Concern } from '#data/schema/records/concern.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './concern.module.css';
import type { FormProps } from './meanwhile.tsx';
import { useNotOfficer } from './not-officer.tsx';
import { sheetWords as words } from './sheet-words.ts';
import { touchedBy } from './use-story.ts';

type Name = keyof typeof words.fields;
const SHORT: readonly Name[] = ['title', 'placeWords', 'whenHappens', 'whoAffected'];
const LONG: readonly Name[] = ['words', 'efforts', 'recommendedSolutions'];
const LONGEST: Record<Name, number> = {
  ...{ title: 120, placeWords: 300, whenHappens: 200, whoAffected: 200 },
  ...{ words: 4000, efforts: 4000, recommendedSolutions: 4000 },
};
const KINDS = [
  { value: '', label: words.noKind },
  ...CATEGORIES.map(({ category, label }) => ({ value: category, label })),
];

const pick = (concern: Concern): Record<Name, string> => {
  const { title, placeWords, whenHappens, whoAffected, efforts, recommendedSolutions } = concern;
  return { title, placeWords, whenHappens, whoAffected, words: concern.words, efforts, recommendedSolutions };
};

/** Mends the sheet. Only what was changed here is sent; where another changed the same field, both stand side by side. */
export function SheetDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const act = useAct(touchedBy(concern.concernId));
  const { answer, question } = useNotOfficer(act);
  const [began] = useState(concern);
  const [form, setForm] = useState(() => pick(concern));
  const [category, setCategory] = useState<string>(concern.category ?? '');
  const [atStart, now] = [pick(began), pick(concern)];
  const set = (name: Name, value: string) => setForm({ ...form, [name]: value });
  const isBoth = (name: Name) =>
    now[name] !== atStart[name] && form[name] !== now[name] && form[name] !== atStart[name];
  const onSend = async () => {
    const changed = Object.entries(form).filter(([name, value]) => atStart[name as Name] !== value); // the keys of `form`
    const kind = category === (began.category ?? '') ? {} : { category: category === '' ? null : category };
    const body = { revision: concern.revision, ...Object.fromEntries(changed), ...kind, ...answer };
    if (await act.send(() => send(Concern, 'PATCH', `/api/records/concerns/${concern.concernId}`, body))) onClose();
  };
  const given = (name: Name) => ({
    label: words.fields[name],
    value: form[name],
    maxLength: LONGEST[name],
    fault: act.fault(name),
    hint: isBoth(name) ? <Theirs name={name} text={now[name]} onTake={() => set(name, now[name])} /> : undefined,
  });
  return (
    <FormDialog title={words.edit} sends={words.keep} act={act} onSend={onSend} onClose={onClose} meanwhile={meanwhile}>
      {SHORT.slice(0, 1).map((name) => (
        <Field key={name} {...given(name)} onChange={(event) => set(name, event.currentTarget.value)} />
      ))}
      {LONG.map((name) => (
        <LongField key={name} {...given(name)} onChange={(event) => set(name, event.currentTarget.value)} />
      ))}
      {question}
      <ListField
        label={words.category}
        choices={KINDS}
        value={category}
        onPick={setCategory}
        fault={act.fault('category')}
      />
      {SHORT.slice(1).map((name) => (
        <Field key={name} {...given(name)} onChange={(event) => set(name, event.currentTarget.value)} />
      ))}
    </FormDialog>
  );
}

function Theirs({ name, text, onTake }: { name: Name; text: string; onTake: () => void }) {
  return (
    <span className={css.theirs}>
      <b>{words.theirs(words.fields[name])}:</b> {text}
      <Button small look="quiet" onClick={onTake}>
        {words.takeTheirs}
      </Button>
    </span>
  );
}
