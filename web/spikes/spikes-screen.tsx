import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { useDesk } from '#web/ask/desk.tsx';
import type { Candidate } from '#web/ask/use-candidates.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import { useView } from '#web/ask/use-view.ts';
import { weekInWords } from '#web/ask/verdicts.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BudgetControl } from './budget-control.tsx';
import { CandidateDetail } from './candidate-detail.tsx';
import { CandidateList } from './candidate-list.tsx';
import { useKeys } from './keys.ts';
import css from './spikes-screen.module.css';
import { useRows } from './use-rows.ts';
import { draftKey, draftOf, keepDraft } from './verdict/draft.ts';
import { KeptLine, type Last } from './verdict/kept-line.tsx';
import type { Then } from './verdict/verdict-form.tsx';
import { words } from './words.ts';

/** The Monday sweep: one candidate after another, what else could explain it, and what a person decides. */
export function SpikesScreen() {
  const { all, sweep, rows } = useRows();
  const { isBeingSet } = useSpikes();
  const { opened, session } = useDesk();
  const { view, change } = useView();
  const navigate = useNavigate();
  const [last, setLast] = useState<Last | null>(null);
  const begun = useBeginning(rows, sweep, isBeingSet || all.others.isLooking ? 'growing' : 'whole');
  const title = useRef<HTMLHeadingElement>(null);
  const isOpenedNext = useRef(false);
  const series = view.series ?? begun;
  const asked = rows.findIndex(({ candidateKey }) => candidateKey === series);
  // The one asked for may be among those that join: another is not shown in its place.
  const isAwaited = (isBeingSet || all.others.isLooking) && series !== null && asked < 0;
  const at = Math.max(0, asked);
  const current = isAwaited || series === null ? undefined : rows[at];
  const go = (candidate: Candidate | undefined) => {
    if (candidate) change({ series: candidate.candidateKey });
  };
  useEffect(() => {
    if (current) sweep.see(current);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a verdict the next one is read from its top
  useEffect(() => {
    if (isOpenedNext.current) title.current?.focus();
    isOpenedNext.current = false;
  }, [current?.kind, current?.candidateKey]);
  useKeys({ j: () => go(rows[at + 1]), k: () => go(rows[at - 1]) });

  const onKept = (verdict: SweepVerdict, then: Then) => {
    setLast({ verdict, is: 'kept' });
    if (then === 'open-next') {
      isOpenedNext.current = true;
      go(nextOpen(rows, at, (row) => row !== current && sweep.verdictOf(row) === null));
      return;
    }
    if (verdict.patternId) void navigate({ to: `/patterns/${verdict.patternId}` });
  };
  const onTakeBack = async (verdict: SweepVerdict) => {
    await sweep.takeBack(verdict);
    keepDraft(draftKey(session.personId, all.week, verdict.kind, verdict.candidateKey), draftOf(verdict));
    setLast({ verdict, is: 'taken-back' });
    go(rows.find(({ kind, candidateKey }) => kind === verdict.kind && candidateKey === verdict.candidateKey));
  };

  if (all.found === null) {
    if (all.trouble === null) return <Loading />;
    const again = <Button onClick={all.retry}>{words.again}</Button>;
    return <Alone title={words.failed} body={all.trouble.message} actions={again} />;
  }
  if (rows.length === 0 && !isAwaited && !all.others.isLooking) {
    const judged = all.found.findings.length;
    if (judged === 0) {
      const why = opened.months.length > 0 ? words.notJudgedMonths : words.notJudged;
      return <Alone title={words.notJudgedTitle} body={why} />;
    }
    const week = weekInWords(all.week, session.nowLocal);
    if (isBeingSet)
      return <Alone title={words.beingSetTitle(week)} body={words.beingSetBody(judged)} actions={<BudgetControl />} />;
    return <Alone title={words.noneTitle(week)} body={words.none(judged)} actions={<BudgetControl />} />;
  }
  return (
    <div className={css.columns}>
      <CandidateList rows={rows} current={current ?? null} sweep={sweep} others={all.others} onPick={go} />
      {current === undefined ? (
        <Loading />
      ) : (
        <CandidateDetail
          key={opened.manifest.manifest}
          {...{ candidate: current, all, sweep }}
          steps={{
            title,
            last: last && <KeptLine key={keyOf(last)} last={last} onTakeBack={() => onTakeBack(last.verdict)} />,
            onBack: at > 0 ? () => go(rows[at - 1]) : null,
            onNext: at < rows.length - 1 ? () => go(rows[at + 1]) : null,
          }}
          onKept={onKept}
          onTakeBack={onTakeBack}
        />
      )}
    </div>
  );
}

/** Where an address names none: the first that waits. It stays, though stronger ones join the list above it. */
function useBeginning(rows: readonly Candidate[], sweep: SweepDesk, list: 'growing' | 'whole'): string | null {
  const [begun, begin] = useState<string | null>(null);
  const isKnown = sweep.isRead || !sweep.mayRead || sweep.trouble !== null;
  const first = rows.find((row) => sweep.verdictOf(row) === null) ?? (list === 'whole' ? rows[0] : undefined);
  if (begun === null && isKnown && first) begin(first.candidateKey);
  return begun;
}

const keyOf = ({ verdict, is }: Last): string => `${verdict.verdictId} ${is}`;

/** The next one that waits, from here on and then from the top. */
const nextOpen = (rows: readonly Candidate[], at: number, waits: (row: Candidate) => boolean) =>
  [...rows.slice(at + 1), ...rows.slice(0, at)].find(waits);

/** A page with nothing on it but the reason. */
function Alone({ title, body, actions }: { title: string; body: string; actions?: ReactNode }) {
  return (
    <>
      <h1 className="visually-hidden">{words.title}</h1>
      <Quiet title={title} actions={actions}>
        {body}
      </Quiet>
    </>
  );
}

function Loading() {
  return (
    <div className={css.loading} role="status" aria-label={words.loading}>
      <Skeleton width={320} height={28} />
      <Skeleton height={220} />
      <Skeleton height={260} />
    </div>
  );
}
