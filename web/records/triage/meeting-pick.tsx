import { Link } from '@tanstack/react-router';
import type { Concern } from '#data/schema/records/concern.ts';
import type { useConcernNames } from '#web/records/shared/concern-names.ts';
import css from './triage.module.css';
import { words } from './words.ts';

type Props = {
  concern: Concern;
  names: ReturnType<typeof useConcernNames>;
  onMeeting: (meetingId: string | null) => void;
};

/** At which meeting a concern was heard, where nobody said so when it was filed. */
export function MeetingPick({ concern: { meetingId }, names, onMeeting }: Props) {
  const isRecent = names.meetings.some((each) => each.meetingId === meetingId);
  return (
    <span className={css.meeting}>
      <select
        aria-label={words.meeting}
        value={meetingId ?? ''}
        onChange={({ currentTarget: { value } }) => onMeeting(value === '' ? null : value)}
      >
        <option value="">{words.meetingOther}</option>
        {meetingId !== null && !isRecent && <option value={meetingId}>{meetingId}</option>}
        {names.meetings.map(({ meetingId: each, groupId, startsAt }) => (
          <option key={each} value={each}>
            {words.meetingName(names.groupName(groupId), startsAt)}
          </option>
        ))}
      </select>
      {meetingId !== null && <Link to={`/meetings/${meetingId}`}>{meetingId}</Link>}
    </span>
  );
}
