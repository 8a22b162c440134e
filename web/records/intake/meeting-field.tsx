import { useId } from 'react';
import type { Draft } from './draft.ts';
import css from './intake.module.css';
import type { KnownMeeting } from './kept-on-phone.ts';
import { words } from './words.ts';

type Props = {
  draft: Draft;
  write: (changed: Partial<Draft>) => void;
  meetings: readonly KnownMeeting[];
};

/** At which meeting it was heard, of those last read; a concern without a place goes to that meeting's group. */
export function MeetingField({ draft: { meetingId }, write, meetings }: Props) {
  const id = useId();
  const isKnown = meetings.some((each) => each.meetingId === meetingId);
  return (
    <div className={css.field}>
      <label htmlFor={id}>{words.meeting}</label>
      <select
        id={id}
        className={css.input}
        value={meetingId ?? ''}
        onChange={({ currentTarget: { value } }) => write({ meetingId: value === '' ? null : value })}
      >
        <option value="">{words.meetingOther}</option>
        {meetingId !== null && !isKnown && <option value={meetingId}>{meetingId}</option>}
        {meetings.map(({ meetingId: each, groupName, startsAt }) => (
          <option key={each} value={each}>
            {words.meetingName(groupName, startsAt)}
          </option>
        ))}
      </select>
      <p className={css.suggested}>{meetings.length === 0 ? words.meetingNone : words.meetingHint}</p>
    </div>
  );
}
