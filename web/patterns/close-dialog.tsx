import { useState } from 'react';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { useAct } from '#web/records/shared/use-act.ts';
import type { DraftDesk } from './use-draft.ts';
import { words } from './words.ts';

/** A pattern ends with how it ended. */
export function CloseDialog({ desk, onClose }: { desk: DraftDesk; onClose: () => void }) {
  const act = useAct([]);
  const [why, setWhy] = useState(desk.draft.closedWhy);
  const close = async () => {
    await desk.save({ status: 'closed', closedWhy: why.trim() });
    onClose(); // what was refused stands on the page, with what was typed
  };
  return (
    <FormDialog
      title={words.closeTitle}
      sends={words.closeNow}
      act={{ ...act, isSending: desk.isSaving }}
      onSend={() => void close()}
      onClose={onClose}
      unavailable={why.trim() === '' ? words.closeMissing : undefined}
    >
      <LongField
        label={words.closeWhy}
        hint={words.closeHint}
        value={why}
        maxLength={1000}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
