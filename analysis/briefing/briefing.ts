import type { LeftOut } from '#data/schema/answer.ts';
import type { BriefingLine, BriefingTotals } from '#data/schema/records/briefing.ts';
import { answerOf } from './answer.ts';

/** What one kind of call came to in a group's area and days, and what its past predicts for as many days. */
export type CountedKind = {
  readonly category: string;
  readonly label: string;
  readonly calls: number;
  readonly usual: { readonly low: number; readonly high: number; readonly expected: number } | null; // null: not judged
};

export type BriefingOptions = {
  readonly leastShown: number; // a count from 1 to below it is withheld
  readonly minExcess: number; // calls away from the expected before "more" or "fewer" is said
};
export const BRIEFING_DEFAULTS: BriefingOptions = { leastShown: 5, minExcess: 3 };

export type BriefingReason = 'not-judged' | 'withheld';

/**
 * The counts that a hand-out may print. A small count is withheld together with its usual range and its verdict, and the
 * only sum is that of the counts shown, so that nothing withheld can be had by taking one printed number from another.
 */
export function sumUpBriefing(kinds: readonly CountedKind[], chosen: Partial<BriefingOptions> = {}) {
  const options: BriefingOptions = { ...BRIEFING_DEFAULTS, ...chosen };
  const wrong = kinds.find(({ calls }) => !Number.isInteger(calls) || calls < 0);
  if (wrong) throw new RangeError(`${wrong.category} counts ${wrong.calls} calls, which is no count`);
  const lines = kinds.map((kind) => lineOf(kind, options)).sort(inPrintedOrder);
  const findings: BriefingTotals = {
    answer: answerOf(lines),
    lines,
    callsShown: lines.reduce((sum, { calls }) => sum + (calls ?? 0), 0),
    leastShown: options.leastShown,
  };
  const leftOut = lines.flatMap(({ category, shown, usual }): LeftOut<BriefingReason>[] => {
    if (shown === 'withheld') return [{ what: category, reason: 'withheld' }];
    return usual === null ? [{ what: category, reason: 'not-judged' }] : [];
  });
  return { findings, leftOut, options };
}

function lineOf(kind: CountedKind, options: BriefingOptions): BriefingLine {
  const { category, label, calls, usual } = kind;
  if (calls > 0 && calls < options.leastShown)
    return { category, label, shown: 'withheld', calls: null, usual: null, against: 'not-judged' };
  return {
    category,
    label,
    shown: calls === 0 ? 'zero' : 'count',
    calls,
    usual: usual === null ? null : { low: usual.low, high: usual.high },
    against: againstUsual(kind, options),
  };
}

function againstUsual({ calls, usual }: CountedKind, { minExcess }: BriefingOptions): BriefingLine['against'] {
  if (usual === null) return 'not-judged';
  if (calls > usual.high && calls - usual.expected >= minExcess) return 'more';
  if (calls < usual.low && usual.expected - calls >= minExcess) return 'fewer';
  return 'as-usual';
}

const RANK: Record<BriefingLine['against'], number> = { more: 0, fewer: 1, 'as-usual': 2, 'not-judged': 2 };
const SHOWN: Record<BriefingLine['shown'], number> = { count: 0, zero: 1, withheld: 2 };

/** What stands out first, then the most calls; zeros and what is withheld close the list, by name. */
const inPrintedOrder = (a: BriefingLine, b: BriefingLine): number =>
  RANK[a.against] - RANK[b.against] ||
  SHOWN[a.shown] - SHOWN[b.shown] ||
  (b.calls ?? 0) - (a.calls ?? 0) ||
  (a.label < b.label ? -1 : 1);
