import { useState } from 'react';
import type { z } from 'zod';
import { RegisterEntry } from '#data/schema/records/register.ts';
import type { EntryBody } from '#data/schema/records/register-answers.ts';
import { ApiFailed } from '#web/api.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { words } from './answer-words.ts';
import type { Picture } from './use-picture.ts';

type Props = {
  question: string;
  answer: string;
  picture: Picture;
  register: () => Promise<void>; // keeps what the figure code stands for
  onLogged: (entryId: string) => void;
  onClose: () => void;
};

/** Files a question that was answered in the register (A.9), the figure kept first so that its code can be replayed. */
export function LogRequest({ question, answer, picture, register, onLogged, onClose }: Props) {
  const { session } = useDesk();
  const areas = useAreas(picture.filter.layer);
  const [who, setWho] = useState('');
  const [asked, setAsked] = useState(question);
  const [why, setWhy] = useState('');
  const [said, setSaid] = useState(answer);
  const act = useAct([['register']]);
  const { here, area, filter } = picture;
  const log = async () => {
    const today = session.nowLocal.slice(0, 10);
    const body: z.infer<typeof EntryBody> = {
      ...{ groupId: areas.entry?.kind === 'group' ? area : null, concernIds: [], status: 'answered' },
      ...{ title: asked.slice(0, 200), ownerId: session.personId, happenedOn: today, dueOn: null },
      fields: {
        ...{ question: asked, why: words.askedBy(who.trim(), why.trim()), answer: said, answeredOn: today },
        ...{ rule: here.convention.slice(0, 300), period: `${filter.from} to ${filter.to}`, rows: [here.code] },
      },
    };
    const taken = await act.send(async () => {
      await register().catch((cause: unknown) => {
        throw new ApiFailed(0, cause instanceof Error ? cause.message : String(cause), cause);
      });
      const entry = await send(RegisterEntry, 'POST', '/api/records/register/analysis-request', body);
      onLogged(entry.entryId);
    });
    if (taken) onClose();
  };
  return (
    <FormDialog
      title={words.dialog}
      sends={words.send}
      act={act}
      onSend={() => void log()}
      onClose={onClose}
      unavailable={who.trim() === '' ? words.whoMissing : undefined}
    >
      <Field
        label={words.who}
        value={who}
        maxLength={120}
        fault={act.fault('fields.why')}
        onChange={(event) => setWho(event.currentTarget.value)}
      />
      <LongField
        label={words.what}
        value={asked}
        maxLength={1000}
        fault={act.fault('fields.question') ?? act.fault('title')}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <LongField
        label={words.why}
        value={why}
        maxLength={300}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <LongField
        label={words.answer}
        value={said}
        rows={4}
        maxLength={3000}
        fault={act.fault('fields.answer')}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
