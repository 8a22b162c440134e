import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { DutyTag } from '#web/records/shared/duty-tag.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { HandOutsPart } from './hand-outs-part.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import css from './meeting.module.css';
import {
  ConcernLines,
  type HeardConcern,
  Lines,
  NumberedLines,
  noneOf,
  Part,
  PromiseLines,
  replyInWords,
} from './meeting-parts.tsx';
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
  heard: z.array(z.object({ concernId: z.string(), title: z.string(), category: z.string().nullable() })),
  promised: z.array(GroupPromise),
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

function Page({ answer }: { answer: Answer }) {
  const { groupName } = useConcernNames();
  const mayPrepare = useMay('hand-out.write');
  const { meeting } = answer;
  const { groupId, startsAt, place, status, meetingId } = meeting;
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
          {status === 'planned' && mayPrepare && (
            <Link to="/groups/$groupId/briefing" params={{ groupId }} search={{ meetingId }} className="link">
              {words.prepare}
            </Link>
          )}
          <a className="link" href={`/api/meetings/${encodeURIComponent(meetingId)}.ics`} download>
            {words.calendar}
          </a>
          <Button onClick={() => window.print()}>{words.print}</Button>
          <Acts meeting={meeting} />
        </div>
      </header>
      {status === 'planned' ? <Before answer={answer} /> : <After answer={answer} />}
    </>
  );
}

/** The paper of an evening to come: what is open from before, the agenda, who is invited. */
function Before({ answer: { meeting, opensWith, heard } }: { answer: Answer }) {
  const { promises, concerns } = opensWith;
  return (
    <div className={css.columns}>
      <div>
        <Part title={words.promises} none={noneOf(promises, words.nonePending)}>
          <PromiseLines promises={promises} />
        </Part>
        <Part title={words.concerns} none={noneOf(concerns, words.noConcerns)}>
          <ConcernLines concerns={concerns} />
        </Part>
      </div>
      <Agenda meeting={meeting} />
      <div>
        <HandOutsPart meeting={meeting} />
        <Invited meeting={meeting} />
        {heard.length > 0 && <Heard heard={heard} />}
      </div>
    </div>
  );
}

/** What came of it: who was there, what was said, heard and promised; or why it was called off. */
function After({ answer: { meeting, heard, promised } }: { answer: Answer }) {
  const { nameOf } = useConcernNames();
  const { status, minutes, attendedBy, attendance } = meeting;
  const lines = minutes.split('\n').filter(Boolean);
  const isHeld = status === 'held';
  return (
    <div className={css.columns}>
      <div>
        <Part
          title={isHeld ? words.minutes : words.cancelledWhy}
          none={noneOf(lines, isHeld ? words.noMinutes : words.noReason)}
        >
          <Lines rows={lines} />
        </Part>
      </div>
      <div>
        {isHeld && <Heard heard={heard} />}
        {isHeld && (
          <Part title={words.promisedHere} none={noneOf(promised, words.nonePromisedHere)}>
            <PromiseLines promises={promised} />
          </Part>
        )}
        <Agenda meeting={meeting} />
      </div>
      <div>
        {isHeld && (
          <>
            <Part title={words.ours} none={null}>
              {attendedBy.length === 0 ? <DutyTag>{words.nobody}</DutyTag> : <Lines rows={attendedBy.map(nameOf)} />}
            </Part>
            <Part title={words.came} none={null}>
              <p>{words.cameOf(attendance)}</p>
            </Part>
          </>
        )}
        {isHeld && <HandOutsPart meeting={meeting} />}
        <Invited meeting={meeting} />
      </div>
    </div>
  );
}

function Agenda({ meeting: { agenda } }: { meeting: Meeting }) {
  return (
    <Part title={words.agenda} none={noneOf(agenda, words.noAgenda)}>
      <NumberedLines rows={agenda} />
    </Part>
  );
}

function Invited({ meeting: { invitations } }: { meeting: Meeting }) {
  return (
    <Part title={words.invited} none={noneOf(invitations, words.noneInvited)}>
      <Lines rows={invitations.map(({ unit, reply }) => replyInWords(unit, reply))} />
    </Part>
  );
}

function Heard({ heard }: { heard: readonly HeardConcern[] }) {
  return (
    <Part title={words.heardThere} none={noneOf(heard, words.noneHeard)}>
      <ConcernLines concerns={heard} />
    </Part>
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
