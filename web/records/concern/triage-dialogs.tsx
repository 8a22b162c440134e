import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { may } from '#data/schema/permissions.ts';
import { Concern } from '#data/schema/records/concern.ts';
import { AlikeConcern } from '#data/schema/records/concern-filing.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { actWords as words } from './act-words.ts';
import type { FormProps } from './meanwhile.tsx';
import { type Choice, PickOne } from './pick-one.tsx';
import { touchedBy } from './use-story.ts';

const PATH = '/api/records/concerns';
const REFERENCE = /^C-\d{4,}$/;

/** Gives it to somebody whose role works on concerns; they are written to. */
export function AssignDialog({ story: { concern, people }, onClose, meanwhile }: FormProps) {
  const act = useAct(touchedBy(concern.concernId));
  const [ownerId, setOwner] = useState(concern.ownerId ?? '');
  const owners = people.filter(({ role }) => may(role, 'concern.write'));
  const onSend = async () => {
    const body = { revision: concern.revision, ownerId };
    if (await act.send(() => send(Concern, 'POST', `${PATH}/${concern.concernId}/assign`, body))) onClose();
  };
  return (
    <FormDialog
      title={words.titles.assign}
      sends={words.assign}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={ownerId === '' || ownerId === concern.ownerId ? words.chooseOther : undefined}
    >
      <ListField
        label={words.owner}
        hint={words.ownerHint}
        fault={act.fault('ownerId')}
        value={ownerId}
        onPick={setOwner}
        choices={[
          ...(concern.ownerId === null ? [{ value: '', label: words.nobody }] : []),
          ...owners.map(({ personId, name, title }) => ({ value: personId, label: `${title} ${name}`.trim() })),
        ]}
      />
    </FormDialog>
  );
}

/** Closes it as the same as another, which goes on with its words and its people. */
export function MergeDialog({ story: { concern }, onClose, meanwhile }: FormProps) {
  const { concernId, revision } = concern;
  const act = useAct(touchedBy(concernId));
  const { data: alike } = useAlike(concern);
  const [picked, setPicked] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const isTyped = picked === OTHER || alike?.length === 0;
  const into = isTyped ? typed.trim().toUpperCase() : picked;
  const isReady = into !== null && REFERENCE.test(into) && into !== concernId;
  const onSend = async () => {
    if (await act.send(() => send(Concern, 'POST', `${PATH}/${concernId}/merge`, { revision, into }))) onClose();
  };
  return (
    <FormDialog
      title={words.titles.merge}
      sends={isReady ? words.mergeInto(into) : words.merge}
      act={act}
      onSend={onSend}
      onClose={onClose}
      meanwhile={meanwhile}
      unavailable={isReady ? undefined : words.chooseConcern}
    >
      <p>{words.mergeAbout(concernId)}</p>
      {alike === undefined && <Skeleton height={96} />}
      {alike && alike.length > 0 && (
        <PickOne
          label={words.alike}
          value={picked}
          onPick={setPicked}
          fault={isTyped ? undefined : act.fault('into')}
          choices={[...alike.map(asChoice), { value: OTHER, label: words.another }]}
        />
      )}
      {isTyped && (
        <Field
          label={words.reference}
          hint={alike?.length === 0 ? words.noneAlike : undefined}
          placeholder="C-0391"
          value={typed}
          maxLength={12}
          fault={act.fault('into')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

const OTHER = 'other';

const asChoice = ({ concernId, summary, placeWords, reasons }: AlikeConcern): Choice<string> => ({
  value: concernId,
  label: (
    <>
      <b className="code">{concernId}</b> {[summary, placeWords].filter(Boolean).join(', ')}
    </>
  ),
  about: reasons.join(', '),
});

const useAlike = ({ words: said, category, place, placeWords, heardAt, concernId }: FormProps['story']['concern']) =>
  useQuery({
    queryKey: ['alike', concernId, said, placeWords],
    queryFn: () => {
      const asked = { words: said, category, place, placeWords, heardAt, besides: concernId };
      return send(z.array(AlikeConcern), 'POST', `${PATH}/alike`, asked);
    },
  });
