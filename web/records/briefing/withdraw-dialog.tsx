import { useState } from 'react';
import { HandOut } from '#data/schema/records/hand-out.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { deskKey } from './use-desk.ts';
import { words } from './words.ts';

/** Takes a page from public sight; why is kept with it. */
export function WithdrawDialog({
  handOut: { handOutId, groupId },
  onClose,
}: {
  handOut: HandOut;
  onClose: () => void;
}) {
  const act = useAct([['hand-outs'], deskKey(groupId)]);
  const [why, setWhy] = useState('');
  const withdraw = () => send(HandOut, 'POST', `/api/records/hand-outs/${handOutId}/withdrawal`, { why: why.trim() });
  return (
    <FormDialog
      title={words.withdrawTitle}
      sends={words.withdraw}
      act={act}
      unavailable={why.trim() === '' ? words.whyFirst : undefined}
      onSend={() => void act.send(withdraw).then((isDone) => isDone && onClose())}
      onClose={onClose}
    >
      <p>{words.withdrawMeans}</p>
      <LongField
        label={words.why}
        required
        maxLength={400}
        value={why}
        fault={act.fault('why')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
