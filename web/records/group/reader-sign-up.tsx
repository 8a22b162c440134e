import { useState } from 'react';
import type { Representative } from '#data/schema/records/group.ts';
import { type HandOutLanguage, ListedReader } from '#data/schema/records/hand-out.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { LANGUAGES } from './reader-dialogs.tsx';
import { readerWords as words } from './reader-words.ts';
import { GROUPS } from './use-groups.ts';

type Props = { groupId: string; people: readonly Representative[]; onClose: () => void };

/** Signs a representative up, with when and how they said that they want it. */
export function ReaderSignUp({ groupId, people, onClose }: Props) {
  const today = useSession().nowLocal.slice(0, 10);
  const act = useAct([GROUPS, ['hand-outs']]);
  const [representativeId, setWho] = useState(people[0]?.representativeId ?? '');
  const [language, setLanguage] = useState<HandOutLanguage>('en');
  const [consentedOn, setOn] = useState(today);
  const [consentHow, setHow] = useState('');
  const save = () =>
    send(ListedReader, 'POST', `/api/records/groups/${encodeURIComponent(groupId)}/readers`, {
      ...{ representativeId, language, consentedOn, consentHow },
    });
  return (
    <FormDialog
      title={words.addTitle}
      sends={words.save}
      act={act}
      onClose={onClose}
      unavailable={consentHow.trim() === '' ? words.howFirst : undefined}
      onSend={async () => {
        if (await act.send(save)) onClose();
      }}
    >
      <p>{words.addMeans}</p>
      <ListField
        label={words.who}
        choices={people.map((each) => ({
          value: each.representativeId,
          label: words.person(each.name, each.email ?? ''),
        }))}
        value={representativeId}
        fault={act.fault('representativeId')}
        onPick={setWho}
      />
      <ListField label={words.language} choices={LANGUAGES} value={language} onPick={setLanguage} />
      <Field
        label={words.consentedOn}
        type="date"
        required
        max={today}
        value={consentedOn}
        fault={act.fault('consentedOn')}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Field
        label={words.consentHow}
        hint={words.consentHint}
        maxLength={200}
        required
        value={consentHow}
        fault={act.fault('consentHow')}
        onChange={(event) => setHow(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
