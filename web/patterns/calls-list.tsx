import { useState } from 'react';
import type { PatternCall } from '#data/schema/records/pattern.ts';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { CallRows } from './call-rows.tsx';
import css from './calls-list.module.css';
import type { CallLine, Calls } from './use-calls.ts';
import { words } from './words.ts';

type Props = {
  calls: Calls;
  mayWrite: boolean;
  pointed: readonly string[]; // callIds under the hand, here or on the map
  onPoint: (callIds: readonly string[]) => void;
  onCall: (call: PatternCall) => void; // kept, or left out with why
};

/** The calls that were looked at: what is ticked belongs to the pattern, the rest stays with its reason. */
export function CallsList({ calls, mayWrite, pointed, onPoint, onCall }: Props) {
  const [leftOutLast, setLast] = useState<CallLine | null>(null);
  const { lines } = calls;
  const last = lines.some(({ callId, kept: isKept }) => callId === leftOutLast?.callId && !isKept) ? leftOutLast : null;
  const kept = lines.filter((line) => line.kept).length;
  const unknown = calls.is === 'read' ? lines.filter(({ row }) => row === null).length : 0;
  const change = (line: CallLine, now: PatternCall) => {
    setLast(now.kept ? null : line);
    onCall(now);
  };
  return (
    <section className={css.list} aria-label={words.callsTitle}>
      <header className={css.head}>
        <h2>{words.callsTitle}</h2>
        <span className="caption">{words.keptOf(kept, lines.length)}</span>
      </header>
      {calls.is === 'failed' && (
        <div className={css.said}>
          <Notice kind="fault" title={words.callsFailed} actions={<Button onClick={calls.retry}>Try again</Button>}>
            {calls.why}
          </Notice>
        </div>
      )}
      {calls.is === 'not-yours' && <p className={`caption ${css.said}`}>{words.noCalls}</p>}
      {unknown > 0 && <p className={`caption ${css.said}`}>{words.heldBackSaid(unknown)}</p>}
      {last && (
        <p className={css.undo}>
          {words.leftOutSaid(last.mark)}
          <Button
            look="quiet"
            small
            icon="undo"
            onClick={() => change(last, { callId: last.callId, kept: true, reason: '' })}
          >
            {words.undo}
          </Button>
        </p>
      )}
      <Live>{last ? words.leftOutSaid(last.mark) : ''}</Live>
      {calls.is === 'reading' ? (
        <div className={css.reading} role="status" aria-label={words.callsReading}>
          <Skeleton height={320} />
        </div>
      ) : (
        <CallRows
          lines={lines}
          mayWrite={mayWrite}
          isLastKept={kept === 1}
          pointed={pointed}
          onPoint={onPoint}
          onChange={change}
        />
      )}
    </section>
  );
}
