import { useSyncExternalStore } from 'react';
import type { NewSweepVerdict, SweepChoice, SweepVerdict } from '#data/schema/records/sweep.ts';

/** A verdict that is not kept yet. */
export type Draft = {
  readonly choice: SweepChoice | null;
  readonly reason: string;
  readonly watchFrom: string; // as typed; empty: only next Monday
  readonly left: readonly string[]; // officers of its groups who are not to be told
  readonly added: readonly string[]; // others who are
  readonly patternId: string | null; // made already, while the verdict on it was not taken
};

export const emptyDraft = (watchFrom: number | null): Draft => ({
  choice: null,
  reason: '',
  watchFrom: watchFrom === null ? '' : String(watchFrom),
  left: [],
  added: [],
  patternId: null,
});

/** A kept verdict, to be thought over; whoever was told stays told. */
export const draftOf = ({ choice, reason, watchFrom, patternId }: SweepVerdict): Draft => ({
  ...emptyDraft(watchFrom),
  choice,
  reason,
  patternId,
});

export const draftKey = (personId: string, week: string, kind: string, candidateKey: string): string =>
  [personId, week, kind, candidateKey].join(' ');

// Only in this page's memory: a draft outlives a lapsed session there, and names no place on the device's disk.
const drafts = new Map<string, Draft>();
const listeners = new Set<() => void>();

/** Puts a draft in its place; null takes it away. */
export function keepDraft(key: string, draft: Draft | null): void {
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  for (const listener of listeners) listener();
}

/** The draft of one candidate, as it was left; `empty` where there is none. */
export function useDraft(key: string, empty: Draft) {
  const draft = useSyncExternalStore(listen, () => drafts.get(key)) ?? empty;
  return {
    draft,
    change: (changed: Partial<Draft>) => keepDraft(key, { ...(drafts.get(key) ?? empty), ...changed }),
    forget: () => keepDraft(key, null),
  };
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The count to watch from as it was typed; undefined where it is none. */
export function watchFromOf({ choice, watchFrom }: Pick<Draft, 'choice' | 'watchFrom'>): number | null | undefined {
  if (choice !== 'watch' || watchFrom.trim() === '') return null;
  const from = Number(watchFrom);
  return Number.isSafeInteger(from) && from > 0 ? from : undefined;
}

const partsOf = (reason: string): string[] =>
  reason
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

export const hasReason = (reason: string, quick: string): boolean => partsOf(reason).includes(quick);

/** A quick reason put to the words, or taken out of them again. */
export function toggleReason(reason: string, quick: string): string {
  const parts = partsOf(reason);
  return (parts.includes(quick) ? parts.filter((part) => part !== quick) : [...parts, quick]).join('; ');
}

/** A draft that says enough to be kept. */
export type Decided = Draft & { readonly choice: SweepChoice };

/** What the choice keeps; the server adds who and when. */
export const decisionOf = (draft: Decided): Pick<NewSweepVerdict, 'choice' | 'reason' | 'watchFrom' | 'patternId'> => ({
  choice: draft.choice,
  reason: draft.choice === 'pattern' ? '' : draft.reason.trim(),
  watchFrom: watchFromOf(draft) ?? null,
  patternId: draft.choice === 'pattern' ? draft.patternId : null,
});
