import { useState } from 'react';
import { Notice as Told } from '#data/schema/records/notice.ts';
import { FormDialog } from './form-dialog.tsx';
import { LongField } from './long-field.tsx';
import { send } from './send.ts';
import { useAct } from './use-act.ts';

type Props = {
  told: Told; // as it is now: it is read again at a conflict
  onClose: () => void;
};

/** The reader's words to what they were told; where another of the role was first, theirs are shown beside. */
export function AcknowledgeDialog({ told, onClose }: Props) {
  const act = useAct([['escalations'], ['notices'], ['weekly-meeting']]);
  const [said, setSaid] = useState('');
  const onSend = async () => {
    const body = { revision: told.revision, words: said };
    if (await act.send(() => send(Told, 'PATCH', `/api/records/escalations/${told.noticeId}`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.title}
      sends={words.title}
      act={act}
      onSend={onSend}
      onClose={onClose}
      unavailable={said.trim() === '' ? words.needed : undefined}
      meanwhile={told.acknowledgments.map(({ by, name, words: theirs }) => (
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
        data-first
        fault={act.fault('words')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

const words = {
  title: 'Acknowledge',
  label: 'Your words',
  hint: 'What you decided, or whom you asked to act. Kept with your name and the time; it cannot be taken back.',
  needed: 'Write a few words first',
};
