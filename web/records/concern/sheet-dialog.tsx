import { useState } from 'react';
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
import { CHOICES, changedFrom, LONG, LONGEST, type Name, type Typed, typed } from './sheet-fields.ts';
import { sheetWords as words } from './sheet-words.ts';
import { touchedBy } from './use-story.ts';

/** Mends the sheet. Only what was changed here is sent; where another changed the same field, both stand side by side. */
export function SheetDialog({ story: { concern, hidesReach }, onClose, meanwhile }: FormProps) {
  const act = useAct(touchedBy(concern.concernId));
  const { answer, question } = useNotOfficer(act);
  const [atStart] = useState(() => typed(concern));
  const [form, setForm] = useState(atStart);
  const now = typed(concern);
  const set = (name: Name, value: string) => setForm({ ...form, [name]: value });
  const isBoth = (name: Name) =>
    now[name] !== atStart[name] && form[name] !== now[name] && form[name] !== atStart[name];
  const onSend = async () => {
    const body = { revision: concern.revision, ...changedFrom(atStart, form), ...answer };
    if (await act.send(() => send(Concern, 'PATCH', `/api/records/concerns/${concern.concernId}`, body))) onClose();
  };
  const labelOf = (name: Name, value: string) => CHOICES[name]?.find((each) => each.value === value)?.label ?? value;
  const fieldOf = (name: Name) => {
    const given = {
      label: words.fields[name],
      value: form[name],
      fault: act.fault(name),
      hint: isBoth(name) ? (
        <Theirs name={name} text={labelOf(name, now[name])} onTake={() => set(name, now[name])} />
      ) : (
        hintOf(name, form)
      ),
    };
    const choices = CHOICES[name];
    if (choices) return <ListField key={name} {...given} choices={choices} onPick={(value) => set(name, value)} />;
    const typing = {
      ...{ ...given, maxLength: LONGEST[name] },
      onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
    };
    if (LONG.includes(name)) return <LongField key={name} {...typing} />;
    if (name === 'heardAt') return <Field key={name} {...typing} type="datetime-local" required />;
    return <Field key={name} {...typing} inputMode={name === 'peopleCount' ? 'numeric' : 'text'} />;
  };
  const isUnnamed = form.contactWish === 'anonymous' || hidesReach;
  return (
    <FormDialog title={words.edit} sends={words.keep} act={act} onSend={onSend} onClose={onClose} meanwhile={meanwhile}>
      {(['title', ...LONG] as const).map(fieldOf)}
      {question}
      <div className={css.pair}>
        {(['category', 'safetyNow', 'placeWords', 'placeConfidence'] as const).map(fieldOf)}
        {(['whenHappens', 'since', 'howOften', 'whoAffected', 'peopleCount', 'heardAt', 'way'] as const).map(fieldOf)}
        {(['language', 'contactWish'] as const).map(fieldOf)}
        {!isUnnamed && (['contactName', 'contactReach'] as const).map(fieldOf)}
      </div>
      {fieldOf('caseNumbers')}
    </FormDialog>
  );
}

function hintOf(name: Name, { contactWish }: Typed): string | undefined {
  if (name === 'caseNumbers') return words.casesHint;
  return name === 'contactWish' && contactWish === 'anonymous' ? words.unnamedHint : undefined;
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
