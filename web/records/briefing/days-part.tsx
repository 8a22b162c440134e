import { type FormEvent, useState } from 'react';
import type { HandOutDesk, HandOutFacts } from '#data/schema/records/hand-out.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './parts.module.css';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** Which days are told, and for which meeting. */
export function DaysPart({ desk, draft }: { desk: HandOutDesk; draft: Draft }) {
  const { facts, meetings } = desk;
  const { from, to, meetingId } = draft.fields;
  const choices = [
    ...meetings.map((meeting) => ({ value: meeting.meetingId, label: words.meetingOf(meeting) })),
    { value: '', label: words.noMeeting },
  ];
  return (
    <section className={css.part} aria-labelledby="part-days">
      <h2 id="part-days">{words.days}</h2>
      <div className={css.days}>
        <DaysForm key={`${from} ${to}`} from={from} to={to} onSet={(days) => draft.change(days, words.said.days)} />
        <ListField
          label={words.meeting}
          value={meetingId ?? ''}
          choices={choices}
          onPick={(picked) => draft.change({ meetingId: picked || null }, words.said.meeting)}
        />
      </div>
      <p className="caption">
        {facts.calls.byMonth && `${words.byMonth(facts.from, facts.to)} `}
        {sinceWhen(facts)} {meetings.length === 0 ? words.noneToCome : facts.next && words.next(facts.next)}
      </p>
    </section>
  );
}

function sinceWhen({ follows, calls }: HandOutFacts): string {
  if (follows === null) return words.noneBefore;
  return calls.byMonth ? words.fromMonthOf(follows) : words.since(follows);
}

/** Two days, and a press to count them: every count asks all calls of the city. */
export function DaysForm({
  from: first,
  to: last,
  onSet,
}: {
  from: string;
  to: string;
  onSet: (days: { from: string; to: string }) => void;
}) {
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const isReady = from !== '' && to !== '' && from <= to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) onSet({ from, to });
  };
  return (
    <form className={css.dayForm} onSubmit={submit}>
      <Field type="date" label={words.from} value={from} max={to} onChange={(e) => setFrom(e.currentTarget.value)} />
      <Field type="date" label={words.to} value={to} min={from} onChange={(e) => setTo(e.currentTarget.value)} />
      {(from !== first || to !== last) && (
        <Button type="submit" unavailable={isReady ? undefined : words.daysWrong}>
          {words.setDays}
        </Button>
      )}
    </form>
  );
}
