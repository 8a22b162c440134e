import { cTestUpper } from '#analysis/shared/c-test.ts';
import { isNotable, lookAt } from '#analysis/spike/look.ts';
import { upperMidP } from '#analysis/spike/negative-binomial.ts';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';

/** A weekly rule: the lower its number for the last week of a series, the more unusual it finds that week. */
export type Rule = { name: string; published: string; strangeness: (counts: readonly number[]) => number };

const mean = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0) / counts.length;

function deviation(counts: readonly number[]): number {
  const middle = mean(counts);
  return Math.sqrt(counts.reduce((sum, count) => sum + (count - middle) ** 2, 0) / (counts.length - 1));
}

const splitLast = (counts: readonly number[]): [past: readonly number[], last: number] => [
  counts.slice(0, -1),
  counts.at(-1) ?? 0,
];

function negativeBinomialP(baseline: readonly number[], count: number): number {
  const middle = mean(baseline) + 0.5 / baseline.length;
  const variance = Math.max(deviation(baseline) ** 2, 1.0001 * middle) * (1 + 1 / baseline.length);
  return upperMidP(count, { mean: middle, variance });
}

function sameSeason(past: readonly number[], years: number): number[] {
  const weeks: number[] = [];
  for (let year = 1; year <= years; year++) {
    for (let shift = -3; shift <= 3; shift++) weeks.push(past.length - Math.round(year * 52.1775) + shift);
  }
  return weeks.flatMap((week) => past[week] ?? []);
}

/** The rules of the published comparison, and what they found there; ours is the last. */
export const RULES: readonly Rule[] = [
  {
    name: 'percent change on last year',
    published: '2.5 %',
    strangeness: (counts) => -((counts.at(-1) ?? 0) / Math.max(counts.at(-53) ?? 0, 0.5)),
  },
  {
    name: 'Poisson z against 52 weeks',
    published: '11 %',
    strangeness: (counts) => {
      const [past, last] = splitLast(counts);
      const middle = mean(past.slice(-52));
      return -(last - middle) / Math.sqrt(Math.max(middle, 0.02));
    },
  },
  {
    name: 'EARS C2, weekly',
    published: '15 %',
    strangeness: (counts) => {
      const baseline = counts.slice(-10, -3);
      return -((counts.at(-1) ?? 0) - mean(baseline)) / Math.max(deviation(baseline), 0.5);
    },
  },
  {
    name: 'C-test against 8 weeks',
    published: '12 %',
    strangeness: (counts) => {
      const [past, last] = splitLast(counts);
      return cTestUpper(last, 8 * mean(past.slice(-8)), 8);
    },
  },
  {
    name: 'negative binomial, 52 weeks',
    published: '31 %',
    strangeness: (counts) => negativeBinomialP(splitLast(counts)[0].slice(-52), splitLast(counts)[1]),
  },
  {
    name: 'negative binomial, same season of 4 years',
    published: '37 %',
    strangeness: (counts) => negativeBinomialP(sameSeason(splitLast(counts)[0], 4), splitLast(counts)[1]),
  },
  {
    name: '**ours: Farrington Flexible as `findSpikes` uses it**',
    published: '',
    strangeness: (counts) => {
      const look = lookAt({ areaId: '', category: '', counts }, SPIKE_DEFAULTS);
      return typeof look !== 'string' && isNotable(look, SPIKE_DEFAULTS) ? look.p : 1;
    },
  },
];
