import { useState } from 'react';
import { Concern, ConcernUpdate } from '#data/schema/records/concern.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { actWords as words } from './act-words.ts';
import type { FormProps } from './meanwhile.tsx';
import { useNotOfficer } from './not-officer.tsx';
import { touchedBy } from './use-story.ts';

export function NextStepDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const { concernId, revision } = concern;
  const act = useAct(touchedBy(concernId));
  const [step, setStep] = useState(concern.nextStep);
  const [on, setOn] = useState(concern.nextStepOn ?? '');
  const onSend = async () => {
    const body = { act: 'next-step', revision, nextStep: step, nextStepOn: on === '' ? null : on };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/status`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.titles['next-step']}
      sends={words.keep}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
    >
      <LongField
        label={words.step}
        hint={words.stepHint}
        value={step}
        maxLength={300}
        fault={act.fault('nextStep')}
        onChange={(event) => setStep(event.currentTarget.value)}
      />
      <Field
        label={words.stepOn}
        type="date"
        value={on}
        fault={act.fault('nextStepOn')}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function SignificanceDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const { concernId, revision, isSignificant } = concern;
  const act = useAct(touchedBy(concernId));
  const [why, setWhy] = useState('');
  const onSend = async () => {
    const body = { act: 'significance', revision, isSignificant: !isSignificant, words: why };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/status`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.items('significance', concern)}
      sends={isSignificant ? words.keep : words.tell}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={why.trim() === '' ? words.wordsNeeded : undefined}
    >
      <LongField
        label={isSignificant ? words.notSignificantWords : words.significantWords}
        hint={isSignificant ? undefined : words.significantHint}
        value={why}
        maxLength={1000}
        required
        fault={act.fault('words')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

export function ShareDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const { concernId, revision, sharedWithCity } = concern;
  const act = useAct(touchedBy(concernId));
  const onSend = async () => {
    const body = { revision, sharedWithCity: !sharedWithCity };
    if (await act.send(() => send(Concern, 'POST', `/api/records/concerns/${concernId}/sharing`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.items('share', concern)}
      sends={sharedWithCity ? words.stopSharing : words.share}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
    >
      <p>{sharedWithCity ? words.shareStop : words.shareNow}</p>
    </FormDialog>
  );
}

/** The city's specialist adds a line; nothing else of the concern is theirs to change. */
export function PartnerDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const act = useAct(touchedBy(concern.concernId));
  const { answer, question } = useNotOfficer(act);
  const [said, setSaid] = useState('');
  const address = `/api/records/concerns/${concern.concernId}/partner-updates`;
  const onSend = async () => {
    if (await act.send(() => send(ConcernUpdate, 'POST', address, { words: said, ...answer }))) onClose();
  };
  return (
    <FormDialog
      title={words.titles.partner}
      sends={words.keep}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={said.trim() === '' ? words.wordsNeeded : undefined}
    >
      <LongField
        label={words.partnerLabel}
        value={said}
        maxLength={2000}
        required
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
      {question}
    </FormDialog>
  );
}
