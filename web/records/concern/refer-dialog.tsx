import { useState } from 'react';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { Referral } from '#data/schema/records/concern.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Check, Field } from '#web/ui/field.tsx';
import { actWords as words } from './act-words.ts';
import css from './concern.module.css';
import type { FormProps } from './meanwhile.tsx';
import { touchedBy } from './use-story.ts';

/** Passes the concern on, with the reason that the policy asks for; it stays its owner's. */
export function ReferDialog({ story, onClose, meanwhile }: FormProps) {
  const { concernId, revision } = story.concern;
  const today = useSession().nowLocal.slice(0, 10);
  const act = useAct(touchedBy(concernId));
  const [form, setForm] = useState({
    to: '',
    toEmail: '',
    whyNeeded: '',
    expectedBy: toLocalDate(toDayNumber(today) + story.silentAfterDays),
  });
  const [isInside, setInside] = useState(false);
  const onSend = async () => {
    const body = { ...form, revision, isInside, toEmail: form.toEmail.trim() === '' ? null : form.toEmail.trim() };
    if (await act.send(() => send(Referral, 'POST', `/api/records/concerns/${concernId}/referrals`, body))) onClose();
  };
  const isReady = form.to.trim() !== '' && form.whyNeeded.trim() !== '';
  return (
    <FormDialog
      title={words.titles.refer}
      sends={words.refer}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={isReady ? undefined : words.wordsNeeded}
    >
      <div className={css.pair}>
        <Field
          label={words.referTo}
          value={form.to}
          maxLength={120}
          required
          fault={act.fault('to')}
          onChange={(event) => setForm({ ...form, to: event.currentTarget.value })}
        />
        <Field
          label={words.expectedBy}
          type="date"
          min={today}
          value={form.expectedBy}
          fault={act.fault('expectedBy')}
          onChange={(event) => setForm({ ...form, expectedBy: event.currentTarget.value })}
        />
      </div>
      <Check label={words.inside} checked={isInside} onChange={setInside} />
      <LongField
        label={words.why}
        hint={words.whyHint}
        value={form.whyNeeded}
        maxLength={1000}
        required
        fault={act.fault('whyNeeded')}
        onChange={(event) => setForm({ ...form, whyNeeded: event.currentTarget.value })}
      />
      <Field
        label={words.referMail}
        hint={words.referMailHint}
        type="email"
        value={form.toEmail}
        fault={act.fault('toEmail')}
        onChange={(event) => setForm({ ...form, toEmail: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
