import { useMemo } from 'react';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { ofSeries } from '#web/ask/candidate-words.ts';
import { areasOf, useDesk } from '#web/ask/desk.tsx';
import { type Candidate, type Candidates, useCandidates } from '#web/ask/use-candidates.ts';
import { type SweepDesk, useSweep } from '#web/ask/use-sweep.ts';
import { seriesKey } from '#web/ask/verdicts.ts';
import type { SeriesVerdict } from '#web/compute/door.ts';

/** What this week's sweep goes through: its candidates, and what somebody said to watch, usual though it may be now. */
export function useRows(): { all: Candidates; sweep: SweepDesk; rows: readonly Candidate[] } {
  const all = useCandidates();
  const { week, filter, candidates, found, others } = all;
  const sweep = useSweep(week);
  const { opened, session } = useDesk();
  const { verdicts, watched } = sweep;
  const rows = useMemo(() => {
    const { nameOf, byId } = areasOf(opened, filter.layer);
    const about = { nameOf, nowLocal: session.nowLocal, week };
    const isThere = (name: Pick<SweepVerdict, 'kind' | 'candidateKey'>) =>
      candidates.some(({ kind, candidateKey }) => kind === name.kind && candidateKey === name.candidateKey);
    const series = new Map((found?.findings ?? []).map((each) => [seriesKey(each), each]));
    const again = [...verdicts, ...watched]
      .filter((verdict) => !isThere(verdict))
      .flatMap((verdict) => {
        if (verdict.kind === 'spike') return ofWatchedSeries(series.get(verdict.candidateKey));
        return others.isLooking ? [] : [gone(verdict)];
      });
    return [...candidates, ...again];

    function ofWatchedSeries(judged: SeriesVerdict | undefined): Candidate[] {
      return judged !== undefined && byId.has(judged.areaId) ? [ofSeries(judged, about)] : [];
    }
  }, [candidates, found, others.isLooking, verdicts, watched, opened, session.nowLocal, week, filter.layer]);
  return { all, sweep, rows };
}

/** A string or a cell that does not show any more; what was decided still does. */
const gone = ({ kind, candidateKey, category, groupIds, title, sentence }: SweepVerdict): Candidate => ({
  ...{ kind, candidateKey, category: category ?? 'unknown', areaIds: groupIds, title, sentence },
  ...{ verdict: 'not-judged', p: 1, q: 1, series: null, found: null },
});
