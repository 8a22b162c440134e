import { useState } from 'react';
import type { EscalationList } from '#data/schema/records/escalation.ts';
import { Notice as Told } from '#data/schema/records/notice.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { words } from './words.ts';

/** The reader's words to what they were told; where another of the role was first, theirs are shown beside. */
export function AcknowledgeDialog({ told, list, onClose }: { told: Told; list: EscalationList; onClose: () => void }) {
  const act = useAct([['escalations'], ['notices']]);
  const [said, setSaid] = useState('');
  const now = list.notices.find(({ noticeId }) => noticeId === told.noticeId) ?? told;
  const onSend = async () => {
    const body = { revision: now.revision, words: said };
    if (await act.send(() => send(Told, 'PATCH', `/api/records/escalations/${told.noticeId}`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.acknowledgeTitle}
      sends={words.acknowledge}
      act={act}
      onSend={onSend}
      onClose={onClose}
      unavailable={said.trim() === '' ? words.wordsNeeded : undefined}
      meanwhile={now.acknowledgments.map(({ by, name, words: theirs }) => (
        <p key={by}>
          <b>{name}</b> {theirs}
        </p>
      ))}
    >
      <p>
        <b>{told.title}</b>
        <br />
        {told.words}
      </p>
      <LongField
        label={words.label}
        hint={words.hint}
        value={said}
        maxLength={1000}
        required
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
