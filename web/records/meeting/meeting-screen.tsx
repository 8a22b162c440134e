import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { shortDate } from '#web/chart/week-axis.ts';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import css from './meeting.module.css';
import { MeetingState } from './meeting-state.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { whenInWords } from './when.ts';
import { words } from './words.ts';

const Answer = z.object({
  meeting: Meeting,
  opensWith: z.object({
    promises: z.array(GroupPromise),
    concerns: z.array(z.object({ concernId: z.string(), title: z.string() })),
  }),
});
type Answer = z.infer<typeof Answer>;

/** `/meetings/$meetingId`: one meeting as its agenda is printed. */
export function MeetingScreen() {
  const { meetingId = '' } = useParams({ strict: false });
  const asked = useQuery({
    queryKey: ['meeting', meetingId],
    queryFn: () => getJson(Answer, `/api/records/meetings/${encodeURIComponent(meetingId)}`),
  });
  return (
    <div className={css.page}>
      <Link to="/meetings" className={css.back ?? ''}>
        {words.back}
      </Link>
      {asked.data ? <Page answer={asked.data} /> : <h1>{words.title}</h1>}
      <MeetingState asked={asked} />
    </div>
  );
}

function Page({ answer: { meeting, opensWith } }: { answer: Answer }) {
  const { nameOf, groupName } = useConcernNames();
  const { groupId, startsAt, place, status, attendance, attendedBy, agenda, invitations, minutes, meetingId } = meeting;
  return (
    <>
      <header className={css.head}>
        <div>
          <h1>
            <Link to="/groups/$groupId" params={{ groupId }}>
              {groupName(groupId)}
            </Link>
          </h1>
          <p>
            {whenInWords(startsAt)}, {place} {status === 'cancelled' && <Tag>{words.cancelled}</Tag>}
          </p>
        </div>
        <div className={css.acts}>
          <a href={`/api/meetings/${encodeURIComponent(meetingId)}.ics`} download>
            {words.calendar}
          </a>
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Acts meeting={meeting} />
        </div>
      </header>
      {status === 'planned' && <OpensWith opensWith={opensWith} />}
      <Part title={words.agenda} rows={agenda} none={words.noAgenda} />
      <Part
        title={words.invited}
        rows={invitations.map(({ unit, reply }) => `${unit}, ${words.replies[reply]}`)}
        none={words.noneInvited}
      />
      {status === 'cancelled' && minutes !== '' && <Part title={words.cancelledWhy} rows={[minutes]} none="" />}
      {status === 'held' && (
        <>
          <Part title={words.ours} rows={attendedBy.map(nameOf)} none={words.nobody} />
          <Part title={words.minutes} rows={minutes.split('\n').filter(Boolean)} none={words.noMinutes} />
          <p>{words.cameOf(attendance)}</p>
        </>
      )}
    </>
  );
}

function Acts({ meeting }: { meeting: Meeting }) {
  const { nowLocal } = useSession();
  const mayWrite = useMay('meeting.write');
  const [doing, setDoing] = useState<'change' | 'cancel' | 'hold' | null>(null);
  if (!mayWrite || meeting.status === 'cancelled') return null;
  const isPlanned = meeting.status === 'planned';
  const hasBegun = meeting.startsAt <= nowLocal;
  const close = () => setDoing(null);
  return (
    <>
      {isPlanned && <Button onClick={() => setDoing('cancel')}>{words.cancelMeeting}</Button>}
      {isPlanned && (
        <Button look={hasBegun ? 'plain' : 'filled'} onClick={() => setDoing('change')}>
          {words.change}
        </Button>
      )}
      {hasBegun && (
        <Button look={isPlanned ? 'filled' : 'plain'} onClick={() => setDoing('hold')}>
          {isPlanned ? words.recordHeld : words.correctHeld}
        </Button>
      )}
      {doing === 'change' && <PlanDialog meeting={meeting} onClose={close} />}
      {doing === 'cancel' && <CancelDialog meeting={meeting} onClose={close} />}
      {doing === 'hold' && <HoldDialog meeting={meeting} onClose={close} />}
    </>
  );
}

function OpensWith({ opensWith: { promises, concerns } }: { opensWith: Answer['opensWith'] }) {
  const lines = promises.map(({ words: promised, dueOn }) => `${promised} (${words.by(shortDate(dueOn))})`);
  if (lines.length + concerns.length === 0) return <Part title={words.opensWith} rows={[]} none={words.nothingOpen} />;
  return (
    <>
      {lines.length > 0 && <Part title={`${words.opensWith}: ${words.promises}`} rows={lines} none="" />}
      {concerns.length > 0 && (
        <section aria-label={words.concerns}>
          <h2>{words.concerns}</h2>
          <ul>
            {concerns.map(({ concernId, title }) => (
              <li key={concernId}>
                <Link to="/concerns/$concernId" params={{ concernId }}>
                  {concernId}
                </Link>{' '}
                {title}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Part({ title, rows, none }: { title: string; rows: readonly string[]; none: string }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="caption">{none}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
