import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pattern } from '#data/schema/records/pattern.ts';
import type { CandidateKind, NewSweepVerdict, SweepVerdict } from '#data/schema/records/sweep.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import type { CallRow } from '#web/compute/door.ts';
import { makePattern } from '#web/patterns/make-pattern.ts';
import { PATTERNS } from '#web/patterns/use-pattern.ts';
import { NotTaken } from '#web/records/shared/send.ts';
import { type Decided, decisionOf } from './draft.ts';

/** What a verdict is about. */
export type Subject = {
  candidate: Candidate;
  week: string;
  groupIds: readonly string[];
  calls: readonly CallRow[];
  figure: { code: string; register: () => Promise<void> } | null; // kept on the server before its code is named
};

const SOURCES: Record<CandidateKind, Pattern['source']> = {
  spike: 'spike',
  string: 'string',
  emerging: 'list',
  'hot-address': 'list',
};
const MOST_GROUPS = 60;

/** Keeps a verdict: its figure first, the pattern where one is made, then the verdict itself. What fails keeps the draft. */
export function useSaving({ candidate, week, groupIds, calls, figure }: Subject, sweep: SweepDesk) {
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<Error | null>(null);
  const queries = useQueryClient();
  const making = useMutation({
    mutationFn: makePattern,
    networkMode: 'always',
    onSuccess: () => queries.invalidateQueries({ queryKey: PATTERNS }),
  });

  const keep = async (
    draft: Decided,
    sendTo: string[],
    standing: SweepVerdict | null,
    onMade: (patternId: string) => void,
  ): Promise<SweepVerdict> => {
    const code = await codeOf(figure);
    const decision = decisionOf(draft);
    if (decision.choice === 'pattern' && decision.patternId === null) {
      const about = { calls, title: candidate.title, source: SOURCES[candidate.kind], code, groupIds };
      decision.patternId = (await making.mutateAsync(about)).patternId;
      onMade(decision.patternId); // a second try must not make a second pattern
    }
    if (standing) return sweep.rethink(standing.verdictId, { ...decision, sendTo, revision: standing.revision });
    const { kind, candidateKey, category, title, sentence } = candidate;
    const verdict: NewSweepVerdict = {
      ...{ kind, candidateKey, week, category, title: title.slice(0, 200), sentence: sentence.slice(0, 500) },
      ...{ groupIds: groupIds.slice(0, MOST_GROUPS), code, ...decision, sendTo },
    };
    return sweep.give(verdict);
  };

  return {
    isSaving,
    trouble,
    isOvertaken: trouble instanceof NotTaken && trouble.isConflict,
    fault: (field: string) => (trouble instanceof NotTaken ? faultOf(trouble, field) : undefined),
    forget: () => setTrouble(null),
    /** The verdict as it is kept; null where it was not taken. */
    save: async (...asked: Parameters<typeof keep>): Promise<SweepVerdict | null> => {
      setSaving(true);
      try {
        const kept = await keep(...asked);
        setTrouble(null);
        return kept;
      } catch (cause) {
        setTrouble(cause instanceof Error ? cause : new Error(String(cause)));
        return null;
      } finally {
        setSaving(false);
      }
    },
  };
}

/** What is said of a field, or of one of its parts: `sendTo.2`. */
const faultOf = ({ fields }: NotTaken, field: string): string | undefined =>
  fields[field] ?? Object.entries(fields).find(([path]) => path.startsWith(`${field}.`))?.[1];

/** The code of the figure once the server can replay it. A verdict is kept all the same where it cannot. */
const codeOf = async (figure: Subject['figure']): Promise<string | null> =>
  figure === null
    ? null
    : figure.register().then(
        () => figure.code,
        () => null,
      );
