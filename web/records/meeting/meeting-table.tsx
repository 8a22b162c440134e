import { Link } from '@tanstack/react-router';
import type { Meeting } from '#data/schema/records/contact.ts';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { DutyTag } from '#web/records/shared/duty-tag.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './meeting.module.css';
import { whenInWords } from './when.ts';
import { words } from './words.ts';

type Props = { title: string; meetings: readonly Meeting[]; missed: ReadonlySet<string> };

/** A line a meeting; on a phone a card each. */
export function MeetingTable({ title, meetings, missed }: Props) {
  const { groupName } = useConcernNames();
  return (
    <table className={`${css.table} ${css.meetings}`}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.came}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.meetingId}>
            <th scope="row">
              <Link to="/meetings/$meetingId" params={{ meetingId: meeting.meetingId }}>
                {groupName(meeting.groupId)}
              </Link>
            </th>
            <td>{whenInWords(meeting.startsAt)}</td>
            <td>{meeting.place}</td>
            <td>
              <Who meeting={meeting} isMissed={missed.has(meeting.meetingId)} />
            </td>
            <td>
              {meeting.status === 'held' && words.cameOf(meeting.attendance)}
              {meeting.status === 'cancelled' && <Tag look="line">{words.cancelled}</Tag>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who of ours was there; before it is held, who is invited. */
function Who({ meeting: { status, attendedBy, invitations }, isMissed }: { meeting: Meeting; isMissed: boolean }) {
  const { nameOf } = useConcernNames();
  if (isMissed) return <DutyTag>{words.nobody}</DutyTag>;
  if (status !== 'planned') return attendedBy.map(nameOf).join(', ');
  return invitations.map(({ unit, reply }) => `${unit}, ${words.replies[reply]}`).join('; ');
}
