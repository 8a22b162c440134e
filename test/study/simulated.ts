import { type QuietSeries, quietCity } from '#test/fixture/methods/quiet-city.ts';
import { RULES, type Rule } from './weekly-rules.ts';

const WEEKS = 219; // four years of past and the judged week
const SIZE = 4; // standard deviations of the spike

/** One line of the comparison: what a rule finds at one false alarm a week over 600 series. */
export type Compared = { rule: string; published: string; powerPercent: number };

/** Every rule at the same budget: its threshold is the one that rings once a week in these cities without a spike. */
export function compareRules(cities: number): Compared[] {
  const all = Array.from({ length: cities }, (_, seed) => quietCity(seed + 1, WEEKS)).flat();
  return RULES.map((rule) => ({
    rule: rule.name,
    published: rule.published,
    powerPercent: 100 * powerOf(rule, all, cities),
  }));
}

function powerOf({ strangeness }: Rule, all: readonly QuietSeries[], allowed: number): number {
  const quiet = all.map(({ counts }) => strangeness(counts)).sort((a, b) => a - b);
  const threshold = quiet[allowed - 1] ?? 0;
  // Where many weeks share the threshold, only those beyond it keep the budget.
  const isKept = quiet[allowed] !== threshold;
  const found = all.filter((series) => {
    const value = strangeness(withSpike(series));
    return isKept ? value <= threshold : value < threshold;
  });
  return found.length / all.length;
}

function withSpike({ counts, sd }: QuietSeries): number[] {
  return counts.map((count, week) => (week === WEEKS - 1 ? count + Math.round(SIZE * sd) : count));
}
