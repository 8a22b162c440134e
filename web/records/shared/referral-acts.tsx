import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { Referral } from '#data/schema/records/concern.ts';
import type { AgedReferral } from '#data/schema/records/concern-story.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { FormDialog } from './form-dialog.tsx';
import { LongField } from './long-field.tsx';
import { referralWords as words } from './referral-words.ts';
import { send } from './send.ts';
import { useAct } from './use-act.ts';

type Props = { referral: AgedReferral; touches: readonly QueryKey[] };

/** What the owner of a waiting referral can do about it. */
export function ReferralActs({ referral, touches }: Props) {
  const [open, setOpen] = useState<'nudge' | 'answer' | null>(null);
  const mayWrite = useMay('referral.write');
  if (!mayWrite || referral.status !== 'waiting') return null;
  const close = () => setOpen(null);
  return (
    <>
      <Button small onClick={() => setOpen('nudge')}>
        {referral.nudges.length > 0 ? words.nudgeAgain : words.nudge}
      </Button>
      <Button small onClick={() => setOpen('answer')}>
        {words.logAnswer}
      </Button>
      {open === 'nudge' && <NudgeDialog referral={referral} touches={touches} onClose={close} />}
      {open === 'answer' && <AnswerDialog referral={referral} touches={touches} onClose={close} />}
    </>
  );
}

type DialogProps = Props & { onClose: () => void };

function NudgeDialog({ referral, touches, onClose }: DialogProps) {
  const canMail = referral.toEmail !== null;
  const [way, setWay] = useState<'email' | 'phone' | 'in-person'>(canMail ? 'email' : 'phone');
  const [said, setSaid] = useState('');
  const act = useAct(touches);
  const body = { act: 'nudge', revision: referral.revision, way, words: said };
  const onSend = async () => {
    if (await act.send(() => send(Referral, 'POST', `/api/records/referrals/${referral.referralId}/acts`, body)))
      onClose();
  };
  return (
    <FormDialog title={words.nudgeTitle(referral.to)} sends={words.nudge} act={act} onSend={onSend} onClose={onClose}>
      <Segmented
        label={words.way}
        value={way}
        onChange={setWay}
        segments={(['email', 'phone', 'in-person'] as const)
          .filter((each) => canMail || each !== 'email')
          .map((value) => ({ value, label: words.ways[value] }))}
      />
      <LongField
        label={way === 'email' ? words.nudgeMail : words.nudgeNote}
        hint={canMail ? words.mailHint(referral.toEmail ?? '') : words.noMail}
        value={said}
        maxLength={1000}
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function AnswerDialog({ referral, touches, onClose }: DialogProps) {
  const [kind, setKind] = useState<'answer' | 'decline' | 'withdraw'>('answer');
  const [said, setSaid] = useState('');
  const act = useAct(touches);
  const body = { act: kind, revision: referral.revision, words: said };
  const onSend = async () => {
    if (await act.send(() => send(Referral, 'POST', `/api/records/referrals/${referral.referralId}/acts`, body)))
      onClose();
  };
  return (
    <FormDialog
      title={words.answerTitle(referral.to)}
      sends={words.keep}
      act={act}
      onSend={onSend}
      onClose={onClose}
      unavailable={said.trim() === '' ? words.wordsNeeded : undefined}
    >
      <Segmented
        label={words.outcome}
        value={kind}
        onChange={setKind}
        segments={(['answer', 'decline', 'withdraw'] as const).map((value) => ({
          value,
          label: words.outcomes[value],
        }))}
      />
      <LongField
        label={words.answerLabel[kind]}
        hint={words.answerHint[kind]}
        value={said}
        maxLength={1000}
        required
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
