import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Meeting } from '#data/schema/records/contact.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { AttendanceTable } from './attendance-table.tsx';
import css from './meeting.module.css';
import { MeetingState } from './meeting-state.tsx';
import { MeetingTable } from './meeting-table.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { words } from './words.ts';

const FIRST_LINES = 40;

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
        <div className={css.desk}>
          <section aria-label={words.coming} className={css.coming}>
            <h2>
              {words.coming} <span className="caption">{coming.length}</span>
            </h2>
            {coming.length === 0 ? (
              <Quiet title={words.noneComing} />
            ) : (
              <MeetingTable title={words.coming} meetings={coming} missed={missed} />
            )}
          </section>
          <AttendanceTable />
          <Past meetings={past} missed={missed} />
        </div>
      )}
    </div>
  );
}

/** What was held; the gaps alone at a press, and the older ones at another. */
function Past({ meetings, missed }: { meetings: readonly Meeting[]; missed: ReadonlySet<string> }) {
  const [which, setWhich] = useState<'all' | 'gaps'>('all');
  const [isWhole, setWhole] = useState(false);
  const fitting = which === 'all' ? meetings : meetings.filter(({ meetingId }) => missed.has(meetingId));
  const shown = isWhole ? fitting : fitting.slice(0, FIRST_LINES);
  return (
    <section aria-label={words.held} className={css.past}>
      <div className={css.head}>
        <h2>
          {words.held} <span className="caption">{fitting.length}</span>
        </h2>
        <Segmented
          label={words.heldWhich}
          segments={[
            { value: 'all', label: words.heldAll },
            { value: 'gaps', label: words.heldGaps },
          ]}
          value={which}
          onChange={setWhich}
        />
      </div>
      {shown.length === 0 ? (
        <Quiet title={which === 'all' ? words.noneHeld : words.gaps(0)} />
      ) : (
        <MeetingTable title={words.held} meetings={shown} missed={missed} />
      )}
      {shown.length < fitting.length && (
        <div>
          <Button onClick={() => setWhole(true)}>{words.showAll(fitting.length)}</Button>
        </div>
      )}
    </section>
  );
}
