import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin } from './weekly-series.ts';
import { wholeWeeks } from './whole-weeks.ts';

/** What the Monday sweep finds beside the spikes. */
// biome-ignore lint/correctness/useYield: its steps follow
export function* sweep(loaded: Loaded, question: Question<'sweep'>): InSteps<Questions['sweep']['answer']> {
  const week = question.options.week ?? toLocalDate(wholeWeeks(loaded).last);
  return {
    findings: [],
    leftOut: [],
    options: { week },
    window: null,
    records: countKept(loaded, allOfOrigin(loaded, question.filter)),
    convention: 'No kind of candidate is looked for yet.',
    caveat: '',
    code: toCode(loaded, question),
  };
}
