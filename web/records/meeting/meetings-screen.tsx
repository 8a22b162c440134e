import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Meeting } from '#data/schema/records/contact.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { AttendanceTable } from './attendance-table.tsx';
import css from './meeting.module.css';
import { MeetingState } from './meeting-state.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { whenInWords } from './when.ts';
import { words } from './words.ts';

/** `/meetings`: those without anyone of ours first in words, then what comes, then what was held. */
export function MeetingsScreen() {
  const { nowLocal } = useSession();
  const mayWrite = useMay('meeting.write');
  const [isPlanning, setPlanning] = useState(false);
  const meetings = useQuery({
    queryKey: ['meetings'],
    queryFn: () => getJson(Meeting.array(), '/api/records/meetings'),
  });
  const gaps = useQuery({
    queryKey: ['meeting-gaps'],
    queryFn: () => getJson(Meeting.array(), '/api/records/meeting-gaps'),
  });
  const missed = new Set(gaps.data?.map(({ meetingId }) => meetingId));
  const all = meetings.data ?? [];
  const coming = all.filter(({ startsAt, status }) => startsAt >= nowLocal && status !== 'held').reverse();
  const past = all.filter((meeting) => !coming.includes(meeting));
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        {mayWrite && (
          <Button look="filled" onClick={() => setPlanning(true)}>
            {words.planTitle}
          </Button>
        )}
      </header>
      {isPlanning && <PlanDialog meeting={null} onClose={() => setPlanning(false)} />}
      <MeetingState asked={meetings} />
      {gaps.data && (
        <p className={css.sentence}>
          {words.gaps(missed.size)} <span className="caption">{words.clause}</span>
        </p>
      )}
      {meetings.data && (
        <>
          <MeetingTable title={words.coming} meetings={coming} missed={missed} none={words.noneComing} />
          <AttendanceTable />
          <MeetingTable title={words.held} meetings={past} missed={missed} none={words.noneHeld} />
        </>
      )}
    </div>
  );
}

type Table = { title: string; meetings: readonly Meeting[]; missed: ReadonlySet<string>; none: string };

function MeetingTable({ title, meetings, missed, none }: Table) {
  const { nameOf, groupName } = useConcernNames();
  if (meetings.length === 0) return <Quiet title={none} />;
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="caption">{meetings.length}</span>
      </h2>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.ours}</th>
            <th scope="col">{words.came}</th>
          </tr>
        </thead>
        <tbody>
          {meetings.map(({ meetingId, groupId, startsAt, place, attendedBy, attendance, status }) => (
            <tr key={meetingId}>
              <th scope="row">
                <Link to="/meetings/$meetingId" params={{ meetingId }}>
                  {groupName(groupId)}
                </Link>
              </th>
              <td>{whenInWords(startsAt)}</td>
              <td>{place}</td>
              <td>{missed.has(meetingId) ? <Tag>{words.nobody}</Tag> : attendedBy.map(nameOf).join(', ')}</td>
              <td>{status === 'held' ? words.cameOf(attendance) : status === 'cancelled' ? words.cancelled : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
