import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { useSession } from '#web/ask/session.tsx';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { draftKey, draftOf, emptyDraft, useDraft } from './draft.ts';
import { Standing } from './standing.tsx';
import { useAddressees } from './use-addressees.ts';
import type { Subject } from './use-saving.ts';
import css from './verdict.module.css';
import { type Then, VerdictForm } from './verdict-form.tsx';
import { words } from './words.ts';

type Props = {
  subject: Subject;
  areCallsRead: boolean;
  sweep: SweepDesk;
  onKept: (verdict: SweepVerdict, then: Then) => void;
  onTakeBack: (verdict: SweepVerdict) => Promise<unknown>;
};

/** Below the explanations: what a person makes of it. Who may only read sees what was decided, and why. */
export function VerdictBlock({ subject, areCallsRead, sweep, onKept, onTakeBack }: Props) {
  const { personId } = useSession();
  const { candidate, week } = subject;
  const { kind, candidateKey } = candidate;
  const standing = sweep.verdictOf(candidate);
  const watched = sweep.watchedSince(candidate);
  const { draft, change, forget } = useDraft(
    draftKey(personId, week, kind, candidateKey),
    emptyDraft(watchFromFor(candidate)),
  );
  const addressees = useAddressees(subject.groupIds, candidate.category);
  const isDrafting = sweep.mayJudge && (draft.choice !== null || standing === null);
  return (
    <section className={css.block} aria-labelledby="verdict-title">
      <h2 id="verdict-title" className={css.title}>
        {sweep.mayJudge ? words.title : words.titleRead}
      </h2>
      {sweep.trouble && (
        <Notice kind="fault" title={words.unread} actions={<Button onClick={sweep.retry}>{words.again}</Button>}>
          {sweep.trouble.message}
        </Notice>
      )}
      {!sweep.isRead && !sweep.trouble && (
        <div role="status" aria-label={words.reading}>
          <Skeleton height={160} />
        </div>
      )}
      {watched && !standing && (
        <p className="caption">{words.watchedBefore(shortDate(watched.week), watched.reason)}</p>
      )}
      {sweep.isRead && !isDrafting && standing && (
        <Standing
          verdict={standing}
          by={addressees.nameOf(standing.updatedBy)}
          mayJudge={sweep.mayJudge}
          onRethink={() => change(draftOf(standing))}
          onTakeBack={() => onTakeBack(standing)}
        />
      )}
      {sweep.isRead && !sweep.mayJudge && !standing && <p className="caption">{words.nobodyYet}</p>}
      {isDrafting && (sweep.isRead || sweep.trouble) && (
        <VerdictForm
          subject={{ ...subject, groupIds: addressees.groupIds }}
          {...{ areCallsRead, sweep, standing, addressees, draft }}
          onChange={change}
          onForget={forget}
          onKept={onKept}
        />
      )}
    </section>
  );
}

/** One above what is usual, where that is known. */
function watchFromFor({ series, found }: Subject['candidate']): number {
  const high = series?.high ?? found?.high ?? found?.observed ?? 0;
  return high + 1;
}
