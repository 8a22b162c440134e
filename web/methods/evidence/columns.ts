import type { AroundConcern } from '#analysis/evidence/around.ts';
import type { EvidencePair } from '#analysis/evidence/pairs.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { chance } from '#web/methods/frame/chance.ts';
import type { Column } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

type StateRow = { state: EvidencePair['state']; series: number };
export type PairRow = EvidencePair & { name: string };
export type AroundRow = AroundConcern & { name: string };

export const STATES: readonly Column<StateRow>[] = [
  { id: 'state', head: words.state, value: ({ state }) => words.states[state], isName: true },
  { id: 'series', head: words.number, value: ({ series }) => series, numeric: true },
];

export const PAIRS: readonly Column<PairRow>[] = [
  { id: 'name', head: words.series, value: ({ name }) => name, isName: true },
  { id: 'calls', head: words.calls, value: ({ calls }) => calls.now, numeric: true },
  {
    id: 'usual',
    head: words.usual,
    value: ({ calls }) => calls.high,
    cell: ({ calls }) => words.range(calls.low, calls.high),
    numeric: true,
  },
  {
    id: 'concerns',
    head: words.concerns,
    value: ({ concerns }) => concerns.now,
    cell: ({ concerns }) => words.of(concerns.now, concerns.before),
    numeric: true,
  },
  {
    id: 'combined',
    head: words.combined,
    value: ({ combinedP }) => combinedP,
    cell: ({ combinedP, combinedBy }) => `${chance(combinedP)}, ${words.by[combinedBy]}`,
    numeric: true,
  },
];

const CONCERN: readonly Column<AroundRow>[] = [
  { id: 'concern', head: words.concern, value: ({ concernId }) => concernId, isName: true },
  { id: 'heard', head: words.heard, value: ({ heardOn }) => heardOn, cell: ({ heardOn }) => longDate(heardOn) },
  { id: 'kind', head: words.kind, value: ({ name }) => name },
];

export const SILENT: readonly Column<AroundRow>[] = CONCERN;

/** The day it was heard stands with its number: six columns are too wide for a phone. */
export const AROUND: readonly Column<AroundRow>[] = [
  {
    id: 'concern',
    head: words.concern,
    value: ({ concernId }) => concernId,
    cell: ({ concernId, heardOn }) => `${concernId}, ${longDate(heardOn)}`,
    isName: true,
  },
  { id: 'kind', head: words.kind, value: ({ name }) => name },
  { id: 'before', head: words.before, value: ({ before }) => before, numeric: true },
  { id: 'after', head: words.after, value: ({ after }) => after, numeric: true },
  { id: 'verdict', head: words.verdict, value: ({ verdict }) => words.verdicts[verdict] },
];
