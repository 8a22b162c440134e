import { useState } from 'react';
import { ListedReader } from '#data/schema/records/hand-out.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { readerWords as words } from './reader-words.ts';
import { GROUPS } from './use-groups.ts';

type Props = { reader: ListedReader; onClose: () => void };

export const LANGUAGES = (['en', 'es'] as const).map((value) => ({ value, label: words.languages[value] }));

const keep = ({ readerId, revision }: ListedReader, change: { language: string; endedHow?: string }) =>
  send(ListedReader, 'PUT', `/api/records/readers/${encodeURIComponent(readerId)}`, { ...change, revision });

const AsItIs = ({ reader: { language, endedOn } }: { reader: ListedReader }) => (
  <p>{words.asItIs(words.languages[language], endedOn)}</p>
);

/** Their page in another language. */
export function ReaderChangeDialog({ reader, onClose }: Props) {
  const act = useAct([GROUPS, ['hand-outs']]);
  const [language, setLanguage] = useState(reader.language);
  return (
    <FormDialog
      title={words.changeOf(reader.name)}
      sends={words.saveChange}
      act={act}
      onClose={onClose}
      meanwhile={<AsItIs reader={reader} />}
      onSend={async () => {
        if (await act.send(() => keep(reader, { language }))) onClose();
      }}
    >
      <ListField
        label={words.language}
        choices={LANGUAGES}
        value={language}
        fault={act.fault('language')}
        onPick={setLanguage}
      />
    </FormDialog>
  );
}

/** Ends the mail for somebody who said so to one of us. */
export function ReaderEndDialog({ reader, onClose }: Props) {
  const act = useAct([GROUPS, ['hand-outs']]);
  const [endedHow, setHow] = useState('');
  return (
    <FormDialog
      title={words.endOf(reader.name)}
      sends={words.end}
      act={act}
      onClose={onClose}
      unavailable={endedHow.trim() === '' ? words.endFirst : undefined}
      meanwhile={<AsItIs reader={reader} />}
      onSend={async () => {
        if (await act.send(() => keep(reader, { language: reader.language, endedHow }))) onClose();
      }}
    >
      <p>{words.endMeans}</p>
      <Field
        label={words.endedHow}
        hint={words.endedHint}
        maxLength={200}
        required
        value={endedHow}
        fault={act.fault('endedHow')}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
