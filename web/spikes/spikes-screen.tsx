import { type ReactNode, useEffect } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { useSeen } from '#web/ask/use-seen.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { seriesKey, weekInWords } from '#web/ask/verdicts.ts';
import type { SeriesVerdict } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BudgetControl } from './budget-control.tsx';
import { SpikeDetail } from './spike-detail.tsx';
import { SpikeList } from './spike-list.tsx';
import css from './spikes-screen.module.css';
import { words } from './words.ts';

/** The Monday sweep: one series after another, with what else could explain it. */
export function SpikesScreen() {
  const spikes = useSpikes();
  const { opened, session } = useDesk();
  const { view, change } = useView();
  const { see } = useSeen(spikes.week);
  const { toLookAt } = spikes;
  const at = Math.max(
    0,
    toLookAt.findIndex((series) => seriesKey(series) === view.series),
  );
  const current = toLookAt[at];
  const currentKey = current ? seriesKey(current) : null;
  const go = (series: SeriesVerdict | undefined) => {
    if (series) change({ series: seriesKey(series) });
  };
  useEffect(() => {
    if (currentKey !== null) see(currentKey);
  });
  useSweepKeys((step) => go(toLookAt[at + step]));

  if (spikes.found === null) {
    if (spikes.trouble === null) return <Loading />;
    const again = <Button onClick={spikes.retry}>{words.again}</Button>;
    return <Alone title={words.failed} body={spikes.trouble.message} actions={again} />;
  }
  const series = spikes.found.findings.length;
  if (current === undefined) {
    if (series === 0) {
      const why = opened.months.length > 0 ? words.notJudgedMonths : words.notJudged;
      return <Alone title={words.notJudgedTitle} body={why} />;
    }
    const week = weekInWords(spikes.week, session.nowLocal);
    return <Alone title={words.noneTitle(week)} body={words.none(series)} actions={<BudgetControl />} />;
  }
  return (
    <div className={css.columns}>
      <SpikeList series={toLookAt} current={currentKey} week={spikes.week} onPick={go} />
      <SpikeDetail
        key={opened.manifest.manifest}
        series={current}
        answer={spikes.found}
        onBack={at > 0 ? () => go(toLookAt[at - 1]) : null}
        onNext={at < toLookAt.length - 1 ? () => go(toLookAt[at + 1]) : null}
      />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** J and K, but never while something is being typed. */
function useSweepKeys(onStep: (step: number) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      const step = STEPS[event.key.toLowerCase()];
      if (isTyping || step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      onStep(step);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

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
