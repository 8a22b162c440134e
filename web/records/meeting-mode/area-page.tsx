import { useEffect, useRef, useState } from 'react';
import { useSession } from '#web/ask/session.tsx';
import { AcknowledgeDialog } from '#web/records/shared/acknowledge-dialog.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Stop } from './areas.ts';
import { CallsPanel } from './calls-panel.tsx';
import { GroupPanel } from './group-panel.tsx';
import css from './meeting.module.css';
import { type Progress, stepped } from './progress.ts';
import { useKeys } from './use-keys.ts';
import { type CallState, useMinutes } from './use-meeting.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import { words } from './words.ts';

type Props = {
  stop: Stop;
  of: number; // areas of this meeting
  week: string | null;
  callState: CallState;
  progress: Progress;
  onGo: (progress: Progress) => void;
};

/** One area of the meeting: its calls, what waits, and its group. */
export function AreaPage({ stop, of, week, callState, progress, onGo }: Props) {
  const { role } = useSession();
  const minutes = useMinutes(progress.began);
  const [answering, setAnswering] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []); // each area is read out as it opens
  const notices = stop.escalations.flatMap((each) => each.notices);
  const mine = notices.find(({ toRole, acknowledgments }) => toRole === role && acknowledgments.length === 0);
  const told = notices.find(({ noticeId }) => noticeId === answering);
  const end = () => onGo({ ...progress, at: of + 1 });
  const step = (by: 1 | -1) => onGo(stepped(progress, by));
  useKeys({
    next: () => step(1),
    back: () => progress.at > 1 && step(-1),
    acknowledge: () => mine && setAnswering(mine.noticeId),
    end,
  });
  const isLast = progress.at === of;
  return (
    <div className={css.page} data-whole-screen>
      <header className={css.head}>
        <h1 ref={heading} tabIndex={-1}>
          {stop.name}
        </h1>
        <p className={css.where}>
          <span>
            {words.at(progress.at, of)}, {words.left(of - progress.at)}
          </span>
          <span>{words.minutes(minutes)}</span>
        </p>
      </header>
      <div className={css.panels}>
        <CallsPanel series={stop.series} week={week} callState={callState} />
        <WaitingPanel stop={stop} />
        <GroupPanel stop={stop} onAcknowledge={setAnswering} />
      </div>
      <footer className={css.foot}>
        <span className={css.quiet}>{words.keys}</span>
        <Button onClick={end}>{words.end}</Button>
        <Button icon="left" onClick={() => step(-1)} unavailable={progress.at === 1 ? words.at(1, of) : undefined}>
          {words.back}
        </Button>
        <Button look="filled" iconEnd="right" onClick={() => step(1)}>
          {isLast ? words.toEnd : words.next}
        </Button>
      </footer>
      {told && <AcknowledgeDialog told={told} onClose={() => setAnswering(null)} />}
    </div>
  );
}
