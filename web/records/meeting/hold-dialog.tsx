import { useState } from 'react';
import { addDays } from '#analysis/shared/days.ts';
import { Meeting } from '#data/schema/records/contact.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { RemovableTag } from '#web/ui/tag.tsx';
import css from './form.module.css';
import { MEETINGS_TOUCHED } from './touched.ts';
import { words } from './words.ts';

type Made = { words: string; ownerId: string; dueOn: string };

/** What came of a meeting: who came, who of ours, the minutes, and what was promised. */
export function HoldDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { personId, nowLocal } = useSession();
  const { people, nameOf } = useConcernNames();
  const act = useAct(MEETINGS_TOUCHED);
  const isHeld = meeting.status === 'held';
  const [came, setCame] = useState(meeting.attendance === null ? '' : String(meeting.attendance));
  const [ours, setOurs] = useState<readonly string[]>(isHeld ? meeting.attendedBy : [personId]);
  const [minutes, setMinutes] = useState(meeting.minutes);
  const [promises, setPromises] = useState<readonly Made[]>([]);
  const theirs = act.theirs(Meeting);
  const hold = () =>
    send(Meeting, 'POST', `/api/records/meetings/${meeting.meetingId}/hold`, {
      ...{ attendance: came === '' ? null : Number(came), attendedBy: ours, minutes, promises },
      revision: theirs?.revision ?? meeting.revision,
    });
  const others = people.filter((each) => !ours.includes(each.personId));
  return (
    <FormDialog
      title={words.holdTitle}
      sends={words.hold}
      act={act}
      meanwhile={theirs && <p>{words.theirMinutes(theirs.attendance, theirs.minutes)}</p>}
      unavailable={promises.some((each) => each.words.trim() === '') ? words.promiseWhy : undefined}
      onClose={onClose}
      onSend={async () => {
        if (await act.send(hold)) onClose();
      }}
    >
      <Field
        label={words.peopleCame}
        type="number"
        min={0}
        max={9999}
        inputMode="numeric"
        hint={words.peopleCameHint}
        value={came}
        fault={act.fault('attendance')}
        onChange={(event) => setCame(event.currentTarget.value)}
      />
      <fieldset className={css.part}>
        <legend>{words.oursThere}</legend>
        <div className={css.offers}>
          {ours.map((each) => (
            <RemovableTag
              key={each}
              removeLabel={words.wasNot(nameOf(each))}
              onRemove={() => setOurs(ours.filter((other) => other !== each))}
            >
              {nameOf(each)}
            </RemovableTag>
          ))}
        </div>
        {ours.length === 0 && <p className="caption">{words.noneWasThere}</p>}
        <ListField
          label={words.addOurs}
          choices={[
            { value: '', label: words.choosePerson },
            ...others.map((each) => ({ value: each.personId, label: each.name })),
          ]}
          value=""
          fault={act.fault('attendedBy')}
          onPick={(picked) => picked !== '' && setOurs([...ours, picked])}
        />
      </fieldset>
      <LongField
        label={words.minutes}
        rows={5}
        maxLength={10_000}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
      <fieldset className={css.part}>
        <legend>{words.promisedThere}</legend>
        <p className="caption">{words.promisedHint}</p>
        {promises.map((each, at) => (
          <PromiseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a promise is its place; its words change with every key
            key={at}
            made={each}
            people={people}
            onChange={(to) => setPromises(promises.map((other, place) => (place === at ? to : other)))}
            onDrop={() => setPromises(promises.filter((_, place) => place !== at))}
          />
        ))}
        <div>
          <Button
            small
            onClick={() =>
              setPromises([...promises, { words: '', ownerId: personId, dueOn: addDays(nowLocal.slice(0, 10), 30) }])
            }
          >
            {words.addPromise}
          </Button>
        </div>
      </fieldset>
    </FormDialog>
  );
}

function PromiseRow({
  made,
  people,
  onChange,
  onDrop,
}: {
  made: Made;
  people: readonly { personId: string; name: string }[];
  onChange: (made: Made) => void;
  onDrop: () => void;
}) {
  return (
    <div className={css.promise}>
      <LongField
        label={words.promised}
        rows={2}
        maxLength={500}
        value={made.words}
        onChange={(event) => onChange({ ...made, words: event.currentTarget.value })}
      />
      <ListField
        label={words.owner}
        choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        value={made.ownerId}
        onPick={(ownerId) => onChange({ ...made, ownerId })}
      />
      <Field
        label={words.due}
        type="date"
        required
        value={made.dueOn}
        onChange={(event) => onChange({ ...made, dueOn: event.currentTarget.value })}
      />
      <Button small onClick={onDrop}>
        {words.dropPromise}
      </Button>
    </div>
  );
}
