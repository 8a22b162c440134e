import { useState } from 'react';
import { Concern } from '#data/schema/records/concern.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { actWords as words } from './act-words.ts';
import css from './concern.module.css';
import type { FormProps } from './meanwhile.tsx';
import { useNotOfficer } from './not-officer.tsx';
import { PickOne } from './pick-one.tsx';
import { mailChoices } from './tell-choice.tsx';
import { touchedBy } from './use-story.ts';

export type WordKind = 'did' | 'told' | 'said' | 'conveyed' | 'note';
type Mail = 'none' | 'resident' | 'representative';

/** One more line of the log: what was done, said, told, conveyed or noted. */
export function WordDialog({ kind, story, onClose, meanwhile }: FormProps & { kind: WordKind }) {
  const { concernId, revision } = story.concern;
  const today = useSession().nowLocal.slice(0, 10);
  const act = useAct(touchedBy(concernId));
  const { answer, question } = useNotOfficer(act);
  const [form, setForm] = useState({ other: kind === 'told' ? words.theGroup : '', words: '', on: today });
  const [mail, setMail] = useState<Mail>('none');
  const onSend = async () => {
    const body = { ...form, ...answer, revision, kind, mail };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/updates`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.titles[kind]}
      sends={words.sends[kind]}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={form.words.trim() === '' ? words.wordsNeeded : undefined}
    >
      <LongField
        label={words.labels[kind]}
        hint={words.hints[kind]}
        value={form.words}
        maxLength={2000}
        required
        fault={act.fault('words')}
        onChange={(event) => setForm({ ...form, words: event.currentTarget.value })}
      />
      {question}
      <div className={css.pair}>
        {words.other[kind] !== '' && (
          <Field
            label={words.other[kind]}
            value={form.other}
            maxLength={120}
            fault={act.fault('other')}
            onChange={(event) => setForm({ ...form, other: event.currentTarget.value })}
          />
        )}
        <Field
          label={words.on}
          type="date"
          value={form.on}
          max={today}
          fault={act.fault('on')}
          onChange={(event) => setForm({ ...form, on: event.currentTarget.value })}
        />
      </div>
      {kind === 'told' && (
        <PickOne<Mail>
          label={words.mail}
          value={mail}
          onPick={setMail}
          fault={act.fault('mail')}
          choices={[
            { value: 'none', label: words.mails.none, about: words.noMailAbout },
            ...mailChoices(story.writesTo),
          ]}
        />
      )}
    </FormDialog>
  );
}
