import { useState } from 'react';
import { RegisterEntry } from '#data/schema/records/register.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { registerPath } from './use-register.ts';
import { words } from './words.ts';

/** The chief's yes or no, with its words (V.A.3). */
export function DecisionDialog({ entry, onClose }: { entry: RegisterEntry; onClose: () => void }) {
  const [verdict, setVerdict] = useState<'approved' | 'declined'>('approved');
  const [said, setSaid] = useState('');
  const act = useAct([['register']]);
  const { kind, entryId, revision } = entry;
  const decide = async () => {
    const decision = { revision, verdict, words: said };
    const isTaken = await act.send(() =>
      send(RegisterEntry, 'POST', `${registerPath(kind, entryId)}/decision`, decision),
    );
    if (isTaken) onClose();
  };
  return (
    <FormDialog
      title={`${words.decide}: ${entry.title}`}
      sends={verdict === 'approved' ? words.approve : words.decline}
      act={act}
      onSend={() => void decide()}
      onClose={onClose}
      unavailable={said.trim() === '' ? 'Say a word to whoever proposed it.' : undefined}
    >
      <Segmented
        label={words.decide}
        value={verdict}
        onChange={setVerdict}
        segments={[
          { value: 'approved', label: words.approve },
          { value: 'declined', label: words.decline },
        ]}
      />
      <LongField
        label="Your words"
        value={said}
        maxLength={1000}
        fault={act.fault('words') ?? act.fault('verdict')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
