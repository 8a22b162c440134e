import { findSeasons, SEASON_CAVEAT, SEASON_CONVENTION } from '#analysis/season/season.ts';
import type { Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { overWeeks } from './weekly-question.ts';

/** What comes back every year in the whole weeks of the filter, by category and area. */
export function season(loaded: Loaded, question: Question<'season'>): Questions['season']['answer'] {
  const answer = overWeeks(
    loaded,
    question.filter,
    (series, mondayOf) => {
      const found = findSeasons(series, question.options);
      const findings = found.findings.map((one) => ({
        ...one,
        highWeek: mondayOf(one.highStep),
        lowWeek: mondayOf(one.lowStep),
      }));
      return { ...found, findings };
    },
    { convention: SEASON_CONVENTION, caveat: SEASON_CAVEAT },
  );
  return { ...answer, code: toCode(loaded, question) };
}
