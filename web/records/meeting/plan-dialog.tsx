import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Meeting } from '#data/schema/records/contact.ts';
import { Representative } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { AgendaEditor } from './agenda-editor.tsx';
import css from './form.module.css';
import { InvitationsEditor } from './invitations-editor.tsx';
import { MEETINGS_TOUCHED } from './touched.ts';
import { whenInWords } from './when.ts';
import { words } from './words.ts';

/** Plans a meeting, or changes one that is planned. An agenda left empty is filled with what is open. */
export function PlanDialog({ meeting, onClose }: { meeting: Meeting | null; onClose: () => void }) {
  const { nowLocal } = useSession();
  const { groups, units } = useConcernNames();
  const act = useAct(MEETINGS_TOUCHED);
  const navigate = useNavigate();
  const [form, setForm] = useState(() => meeting ?? emptyMeeting(nowLocal));
  const change = (to: Partial<Form>) => setForm((before) => ({ ...before, ...to }));
  const representatives = useSpeakers(form.groupId);
  const theirs = act.theirs(Meeting);
  const save = async () => {
    const { groupId, startsAt, endsAt, place, invitations } = form;
    const agenda = form.agenda.map((point) => point.trim()).filter(Boolean);
    const body = { groupId, startsAt, endsAt, place, agenda, invitations };
    if (meeting) {
      const revision = theirs?.revision ?? meeting.revision;
      return send(Meeting, 'PUT', `/api/records/meetings/${meeting.meetingId}`, { ...body, revision });
    }
    const { meetingId } = await send(Meeting, 'POST', '/api/records/meetings', body);
    return navigate({ to: `/meetings/${meetingId}` });
  };
  return (
    <FormDialog
      title={meeting ? words.changeTitle : words.planTitle}
      sends={meeting ? words.keep : words.plan}
      act={act}
      meanwhile={theirs && <p>{words.theirs(whenInWords(theirs.startsAt), theirs.place, theirs.agenda)}</p>}
      unavailable={form.groupId === '' || form.place.trim() === '' ? words.planWhy : undefined}
      onClose={onClose}
      onSend={async () => {
        if (await act.send(save)) onClose();
      }}
    >
      {meeting === null && (
        <ListField
          label={words.group}
          choices={[
            { value: '', label: words.chooseGroup },
            ...groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
          ]}
          value={form.groupId}
          fault={act.fault('groupId')}
          onPick={(groupId) => change({ groupId })}
        />
      )}
      <div className={css.pair}>
        <Field
          label={words.begins}
          type="datetime-local"
          required
          value={form.startsAt.slice(0, 16)}
          fault={act.fault('startsAt')}
          onChange={(event) => change({ startsAt: `${event.currentTarget.value}:00` })}
        />
        <Field
          label={words.ends}
          type="datetime-local"
          required
          value={form.endsAt.slice(0, 16)}
          fault={act.fault('endsAt')}
          onChange={(event) => change({ endsAt: `${event.currentTarget.value}:00` })}
        />
      </div>
      <Field
        label={words.place}
        required
        maxLength={200}
        value={form.place}
        fault={act.fault('place')}
        onChange={(event) => change({ place: event.currentTarget.value })}
      />
      <AgendaEditor agenda={form.agenda} onChange={(agenda) => change({ agenda })} />
      <InvitationsEditor
        invitations={form.invitations}
        representatives={representatives}
        units={[words.patrol, ...units.filter((unit) => unit !== words.patrol)]}
        onChange={(invitations) => change({ invitations })}
      />
    </FormDialog>
  );
}

type Form = Pick<Meeting, 'groupId' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'invitations'>;

function emptyMeeting(nowLocal: string): Form {
  const day = nowLocal.slice(0, 10);
  return {
    ...{ groupId: '', startsAt: `${day}T19:00:00`, endsAt: `${day}T20:30:00` },
    ...{ place: '', agenda: [], invitations: [] },
  };
}

function useSpeakers(groupId: string): Representative[] {
  const today = useSession().nowLocal.slice(0, 10);
  const { data = [] } = useQuery({
    queryKey: ['groups', groupId, 'representatives'],
    queryFn: () => getJson(Representative.array(), `/api/records/groups/${groupId}/representatives`),
    enabled: groupId !== '',
  });
  return data.filter(({ validTo }) => validTo === null || validTo >= today);
}
