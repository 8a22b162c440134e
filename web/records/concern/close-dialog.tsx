import { useState } from 'react';
import { CloseReason, Concern } from '#data/schema/records/concern.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { actWords as words } from './act-words.ts';
import css from './concern.module.css';
import type { FormProps } from './meanwhile.tsx';
import { Preview, TellChoice, type Telling, usualTelling } from './tell-choice.tsx';
import { touchedBy } from './use-story.ts';
import { words as page } from './words.ts';

const REASONS = CloseReason.exclude(['duplicate']).options;
const AGREES = { unknown: null, yes: true, no: false } as const;

/** Closes with an honest reason; "not ours" names the unit that declined and what else can be done. */
export function CloseDialog({ story: { concern, writesTo }, onClose, meanwhile }: FormProps) {
  const act = useAct(touchedBy(concern.concernId));
  const [form, setForm] = useState({ words: '', declinedBy: '', instead: '' });
  const [reason, setReason] = useState<(typeof REASONS)[number]>('resolved');
  const [agrees, setAgrees] = useState<keyof typeof AGREES>('unknown');
  const [telling, setTelling] = useState<Telling>(() => usualTelling(writesTo));
  const isMail = telling === 'resident' || telling === 'representative';
  const onSend = async () => {
    const { concernId, revision } = concern;
    const body = { act: 'close', revision, ...form, reason, residentAgrees: AGREES[agrees], mail: telling };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/status`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.titles.close}
      sends={isMail ? words.closeAndSend : words.close}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={form.words.trim() === '' ? words.wordsNeeded : undefined}
    >
      <ListField
        label={words.reason}
        value={reason}
        onPick={setReason}
        fault={act.fault('reason')}
        choices={REASONS.map((value) => ({ value, label: page.closeReasons[value] }))}
      />
      {reason === 'not-ours' && (
        <div className={css.pair}>
          <Field
            label={words.declinedBy}
            value={form.declinedBy}
            maxLength={120}
            fault={act.fault('declinedBy')}
            onChange={(event) => setForm({ ...form, declinedBy: event.currentTarget.value })}
          />
          <Field
            label={words.instead}
            value={form.instead}
            maxLength={200}
            fault={act.fault('instead')}
            onChange={(event) => setForm({ ...form, instead: event.currentTarget.value })}
          />
        </div>
      )}
      <LongField
        label={words.closeWords}
        hint={words.closeHint}
        value={form.words}
        maxLength={600}
        required
        fault={act.fault('words')}
        onChange={(event) => setForm({ ...form, words: event.currentTarget.value })}
      />
      <div>
        <p className={css.label}>{words.agrees}</p>
        <Segmented
          label={words.agrees}
          value={agrees}
          onChange={setAgrees}
          segments={(['unknown', 'yes', 'no'] as const).map((value) => ({ value, label: words.agreement[value] }))}
        />
      </div>
      <TellChoice writesTo={writesTo} value={telling} onPick={setTelling} fault={act.fault('mail')} />
      <Preview concern={concern} closing={{ ...form, reason }} telling={telling} />
    </FormDialog>
  );
}

export function ReopenDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const { concernId, revision } = concern;
  const act = useAct(touchedBy(concernId));
  const [why, setWhy] = useState('');
  const onSend = async () => {
    const body = { act: 'reopen', revision, words: why };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/status`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.titles.reopen}
      sends={words.reopen}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={why.trim() === '' ? words.wordsNeeded : undefined}
    >
      <LongField
        label={words.reopenWords}
        hint={words.reopenHint}
        value={why}
        maxLength={1000}
        required
        fault={act.fault('words')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
