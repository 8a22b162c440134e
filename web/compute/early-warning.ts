import {
  EARLY_WARNING_CAVEAT,
  EARLY_WARNING_CONVENTION,
  findEarlyWarnings,
} from '#analysis/early-warning/early-warning.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin, weeklySeries } from './weekly-series.ts';

/** The concerns of each subject judged beside the calls of its kind in its group, as far as these may be read here. */
export function earlyWarning(
  loaded: Loaded,
  question: Question<'early-warning'>,
): Questions['early-warning']['answer'] {
  const { subjects, today } = question.options;
  const asked = allOfOrigin(loaded, question.filter);
  const weeks = wholeWeeks(loaded);
  const series = loaded.months.length > 0 ? [] : weeklySeries(loaded, asked, weeks.first, weeks.last);
  const weekly = new Map(series.map(({ areaId, category, counts }) => [`${areaId}\n${category}`, Array.from(counts)]));
  const lastDay = toLocalDate(weeks.last + 6);
  const found = findEarlyWarnings(
    subjects.map((one) => ({ ...one, weeklyCalls: weekly.get(one.subject) })),
    today,
    { callsTo: lastDay },
  );
  const window = { from: loaded.firstDay, to: lastDay };
  return {
    findings: [...found.findings],
    leftOut: [...found.leftOut],
    options: { ...found.options, today },
    window,
    records: countKept(loaded, { ...asked, ...window }),
    convention: EARLY_WARNING_CONVENTION,
    caveat: withMissingYears(loaded, EARLY_WARNING_CAVEAT),
    code: toCode(loaded, question),
  };
}
