import { useState } from 'react';
import { Meeting } from '#data/schema/records/contact.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { MEETINGS_TOUCHED } from './touched.ts';
import { words } from './words.ts';

/** Calls a meeting off; the reason stays on it and goes to those invited by mail. */
export function CancelDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const act = useAct(MEETINGS_TOUCHED);
  const [reason, setReason] = useState('');
  const theirs = act.theirs(Meeting);
  const revision = theirs?.revision ?? meeting.revision;
  return (
    <FormDialog
      title={words.cancelTitle}
      sends={words.cancelIt}
      act={act}
      unavailable={reason.trim() === '' ? words.cancelWhy : undefined}
      onClose={onClose}
      onSend={async () => {
        const cancel = () =>
          send(Meeting, 'POST', `/api/records/meetings/${meeting.meetingId}/cancel`, { revision, reason });
        if (await act.send(cancel)) onClose();
      }}
    >
      <LongField
        label={words.reason}
        hint={words.reasonHint}
        maxLength={300}
        value={reason}
        fault={act.fault('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
