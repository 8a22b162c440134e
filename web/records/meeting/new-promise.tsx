import { useState } from 'react';
import { GroupPromise } from '#data/schema/records/contact.ts';
import { useSession } from '#web/ask/session.tsx';
import type { useConcernNames } from '#web/records/shared/concern-names.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { MEETINGS_TOUCHED } from './touched.ts';
import { words } from './words.ts';

type Props = { names: ReturnType<typeof useConcernNames>; groupId: string; onClose: () => void };

/** A promise made apart from a meeting: at a door, on the phone. It opens the group's next agenda as any other. */
export function NewPromise({ names, groupId, onClose }: Props) {
  const { personId, nowLocal } = useSession();
  const act = useAct(MEETINGS_TOUCHED);
  const today = nowLocal.slice(0, 10);
  const [form, setForm] = useState({ groupId, words: '', promisedOn: today, dueOn: '', ownerId: personId });
  const change = (to: Partial<typeof form>) => setForm((before) => ({ ...before, ...to }));
  const body = { ...form, meetingId: null, concernId: null };
  const isWhole = form.groupId !== '' && form.words.trim() !== '' && form.dueOn !== '';
  return (
    <FormDialog
      title={words.newPromise}
      sends={words.keepPromise}
      act={act}
      unavailable={isWhole ? undefined : words.newPromiseWhy}
      onClose={onClose}
      onSend={async () => {
        if (await act.send(() => send(GroupPromise, 'POST', '/api/records/promises', body))) onClose();
      }}
    >
      <ListField
        label={words.group}
        choices={[
          { value: '', label: words.chooseGroup },
          ...names.groups.map((each) => ({ value: each.groupId, label: each.name })),
        ]}
        value={form.groupId}
        fault={act.fault('groupId')}
        onPick={(to) => change({ groupId: to })}
      />
      <LongField
        label={words.promised}
        maxLength={500}
        value={form.words}
        fault={act.fault('words')}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <Field
        label={words.promisedOn}
        type="date"
        required
        max={today}
        value={form.promisedOn}
        fault={act.fault('promisedOn')}
        onChange={(event) => change({ promisedOn: event.currentTarget.value })}
      />
      <Field
        label={words.due}
        type="date"
        required
        min={form.promisedOn}
        value={form.dueOn}
        fault={act.fault('dueOn')}
        onChange={(event) => change({ dueOn: event.currentTarget.value })}
      />
      <ListField
        label={words.owner}
        choices={names.people.map((each) => ({ value: each.personId, label: each.name }))}
        value={form.ownerId}
        fault={act.fault('ownerId')}
        onPick={(to) => change({ ownerId: to })}
      />
    </FormDialog>
  );
}
