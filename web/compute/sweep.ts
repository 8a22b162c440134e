import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { fillOptions, type SweepOptions } from '#analysis/sweep/options.ts';
import { SWEEP_CAVEAT, SWEEP_CONVENTION } from '#analysis/sweep/sweep.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions, SweepCandidate } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { sweepAddresses } from './sweep-addresses.ts';
import { gatherSweepCalls, type SweepCalls } from './sweep-calls.ts';
import { sweepCells } from './sweep-cells.ts';
import { type SweptKind, sweepStrings, within } from './sweep-strings.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin } from './weekly-series.ts';

type Sweeper = (loaded: Loaded, layer: string, calls: SweepCalls, options: SweepOptions) => InSteps<SweptKind>;

const MOST_OF_A_KIND = 30;

/** What the Monday sweep finds beside the spikes: strings, emerging cells and hot addresses of the judged week. */
export function* sweep(loaded: Loaded, question: Question<'sweep'>): InSteps<Questions['sweep']['answer']> {
  const { filter } = question;
  const asked = allOfOrigin(loaded, filter);
  const options = fillOptions({});
  const refusal = whyNone(loaded);
  const calls = refusal === null ? gatherSweepCalls(loaded, asked, question.options.week, options) : null;
  const findings: SweepCandidate[] = [];
  const leftOut: LeftOut[] = refusal === null ? [] : [{ what: 'candidates', reason: refusal }];
  if (calls !== null) {
    const { sweepers, withheld } = sweepersFor(loaded);
    leftOut.push(...withheld);
    for (const [at, work] of sweepers.entries()) {
      const found = yield* within(work(loaded, filter.layer, calls, options), at, sweepers.length);
      findings.push(...found.candidates.slice(0, MOST_OF_A_KIND));
      leftOut.push(...found.leftOut, ...tooMany(found.candidates));
    }
  }
  findings.sort((a, b) => a.q - b.q || a.p - b.p);
  const window = calls && { from: toLocalDate(calls.firstDay), to: toLocalDate(calls.lastDay) };
  return {
    findings,
    leftOut,
    options: { ...options, ...(window && { week: window.from }) },
    window,
    records: countKept(loaded, window === null ? asked : { ...asked, ...window }),
    convention: SWEEP_CONVENTION,
    caveat: withMissingYears(loaded, SWEEP_CAVEAT),
    code: toCode(loaded, question),
  };
}

function whyNone(loaded: Loaded): 'months-only' | 'no-full-week' | null {
  if (loaded.months.length > 0) return 'months-only';
  const { first, last } = wholeWeeks(loaded);
  return last < first ? 'no-full-week' : null;
}

/** Public points are snapped to a grid: neighbors fall together and no address is one, so only cells are looked at. */
function sweepersFor({ manifest }: Loaded): { sweepers: Sweeper[]; withheld: LeftOut[] } {
  if (manifest.releaseLevel !== 'public') return { sweepers: [sweepStrings, sweepCells, sweepAddresses], withheld: [] };
  const withheld = ['strings', 'hot addresses'].map((what) => ({ what, reason: 'snapped-places' }));
  return { sweepers: [sweepCells], withheld };
}

const tooMany = ({ length }: readonly SweepCandidate[]): LeftOut[] =>
  length > MOST_OF_A_KIND ? [{ what: `${length - MOST_OF_A_KIND} weaker candidates`, reason: 'too-many' }] : [];
