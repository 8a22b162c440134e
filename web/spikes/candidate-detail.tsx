import { type ReactNode, useMemo } from 'react';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { useDesk } from '#web/ask/desk.tsx';
import type { Candidate, Candidates } from '#web/ask/use-candidates.ts';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import type { CallRow } from '#web/compute/door.ts';
import { Aside } from './aside.tsx';
import type { Steps } from './detail-head.tsx';
import { FoundDetail } from './found-detail.tsx';
import { GoneDetail } from './gone-detail.tsx';
import { SpikeDetail } from './spike-detail.tsx';
import { touchedGroups } from './verdict/touched-groups.ts';
import type { Subject } from './verdict/use-saving.ts';
import { VerdictBlock } from './verdict/verdict-block.tsx';
import type { Then } from './verdict/verdict-form.tsx';

type Deciding = {
  candidate: Candidate;
  all: Candidates;
  sweep: SweepDesk;
  onKept: (verdict: SweepVerdict, then: Then) => void;
  onTakeBack: (verdict: SweepVerdict) => Promise<unknown>;
};

/** What a verdict rests on; null while it is read. */
export type Rest = { calls: readonly CallRow[]; figure: Subject['figure'] } | null;
export type VerdictOn = (rest: Rest) => ReactNode;

/** One candidate: its evidence in the middle, other explanations and the verdict beside it. */
export function CandidateDetail({ steps, ...deciding }: Deciding & { steps: Steps }) {
  const { candidate, all, sweep } = deciding;
  const { series, found, category, areaIds } = candidate;
  const verdictOn: VerdictOn = (rest) => (sweep.mayRead ? <CandidateVerdict {...deciding} rest={rest} /> : null);
  if (series && all.found) return <SpikeDetail {...{ series, answer: all.found, steps, verdictOn }} />;
  if (found) return <FoundDetail {...{ candidate, found, steps, verdictOn }} />;
  return (
    <>
      <GoneDetail candidate={candidate} watched={sweep.watchedSince(candidate)} steps={steps} />
      <Aside category={category} areaIds={areaIds} explanations={[]}>
        {verdictOn(NOTHING)}
      </Aside>
    </>
  );
}

const NOTHING: Rest = { calls: [], figure: null };

/** The groups whose officers are told are those whose ground its calls lie on, whatever boundaries it was found by. */
function CandidateVerdict({ candidate, all, sweep, onKept, onTakeBack, rest }: Deciding & { rest: Rest }) {
  const { opened } = useDesk();
  const { kind, candidateKey, areaIds } = candidate;
  const calls = rest?.calls ?? NO_CALLS;
  const groupIds = useMemo(() => {
    const layer = opened.manifest.areas.find((each) => each.kind === 'group')?.layer ?? '';
    const groups = opened.layers[layer]?.features ?? [];
    const own = areaIds.filter((areaId) => groups.some(({ properties }) => properties.areaId === areaId));
    return [...new Set([...own.slice(0, 1), ...touchedGroups(groups, calls)])];
  }, [opened, areaIds, calls]);
  return (
    <VerdictBlock
      key={`${kind} ${candidateKey}`}
      subject={{ candidate, week: all.week, groupIds, calls, figure: rest?.figure ?? null }}
      areCallsRead={rest !== null}
      {...{ sweep, onKept, onTakeBack }}
    />
  );
}

const NO_CALLS: readonly CallRow[] = [];
