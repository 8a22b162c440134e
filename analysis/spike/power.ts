import { shuffle } from '#analysis/shared/shuffle.ts';
import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { sfc32 } from '#data/sfc32.ts';
import { isNotable, judgeAfter, type WeeklySeries } from './look.ts';
import { SPIKE_DEFAULTS, type SpikeOptions } from './options.ts';

export type PowerOptions = SpikeOptions & {
  readonly withinWeeks: number; // the rise lasts so long, and is noticed in any of these weeks
  readonly share: number; // of tries in which it is noticed
  readonly tries: number; // former weeks at which a rise is put in
  readonly overWeeks: number; // the newest weeks, from which they are drawn
  readonly largest: number; // calls a week; a rise that is not noticed by then is not looked for
  readonly seed: number;
};

export const POWER_DEFAULTS: PowerOptions = {
  ...SPIKE_DEFAULTS,
  withinWeeks: 1,
  share: 0.8,
  tries: 40,
  overWeeks: 104,
  largest: 200,
  seed: 1,
};

export type PowerReason =
  | 'short-history' // too few weeks that could have been judged
  | 'not-noticed'; // not even the largest rise looked for is noticed often enough

export type PowerFinding = {
  areaId: string;
  category: string;
  size: number; // calls more a week, in each of `withinWeeks` weeks
  withinWeeks: number;
  share: number; // of tries in which a rise of `size` was noticed
  usual: number; // calls a week over the weeks tried
  tries: number;
};

export const POWER_CONVENTION =
  'Into each real series a rise is put at weeks drawn by seed; the size is the smallest that the spike method notices, within the weeks given, in the wanted share of them, at the threshold of the false-alarm budget.';
export const POWER_CAVEAT =
  'Says what this method would notice in weeks like the last two years. A smaller rise can be real and stay unseen: silence is no proof of calm.';

const FEWEST_TRIES = 13;

/** What size of rise would be noticed in each series. In the order given. */
export const findPower = (series: readonly WeeklySeries[], chosen: Partial<PowerOptions> = {}) =>
  runThrough(findPowerInSteps(series, chosen));

/** The same with a step for each series. */
export function* findPowerInSteps(
  series: readonly WeeklySeries[],
  chosen: Partial<PowerOptions> = {},
): InSteps<{ findings: PowerFinding[]; leftOut: LeftOut<PowerReason>[]; options: PowerOptions }> {
  const given: PowerOptions = { ...POWER_DEFAULTS, ...chosen };
  const options = { ...given, watchP: given.watchP ?? given.falseAlarmsAWeek / Math.max(1, series.length) };
  const findings: PowerFinding[] = [];
  const leftOut: LeftOut<PowerReason>[] = [];
  for (const [done, one] of series.entries()) {
    yield { done, total: series.length };
    const found = powerOf(one, options);
    if (typeof found === 'string') leftOut.push({ what: `${one.areaId} ${one.category}`, reason: found });
    else findings.push(found);
  }
  return { findings, leftOut, options };
}

type Chosen = PowerOptions & { readonly watchP: number };

function powerOf({ areaId, category, counts }: WeeklySeries, options: Chosen): PowerFinding | PowerReason {
  const { withinWeeks, share, largest } = options;
  const weeks = drawWeeks(counts.length, options);
  if (weeks.length < FEWEST_TRIES) return 'short-history';
  const sizes = weeks.map((week) => leastNoticed({ areaId, category, counts }, week, options)).sort((a, b) => a - b);
  const size = sizes[Math.ceil(share * sizes.length) - 1] ?? Infinity;
  if (size > largest) return 'not-noticed';
  return {
    areaId,
    category,
    size,
    withinWeeks,
    share: sizes.filter((one) => one <= size).length / sizes.length,
    usual: weeks.reduce((sum, week) => sum + (counts[week] ?? 0), 0) / weeks.length,
    tries: weeks.length,
  };
}

/** Weeks before the last, drawn without repeats: the same for every series of one length. */
function drawWeeks(length: number, { overWeeks, tries, withinWeeks, shortWeeks, seed }: PowerOptions): Int32Array {
  const last = length - 1 - withinWeeks; // the judged week itself is left alone
  const first = Math.max(shortWeeks, last - overWeeks + 1);
  const weeks = Int32Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  shuffle(weeks, sfc32(seed));
  return weeks.slice(0, tries);
}

/** The smallest rise from this week on that is noticed; `largest + 1` where none is. */
function leastNoticed(one: WeeklySeries, week: number, options: Chosen): number {
  const isNoticed = noticerAt(one, week, options);
  let [low, high] = [0, 1];
  while (high <= options.largest && !isNoticed(high)) [low, high] = [high, 2 * high];
  high = Math.min(high, options.largest + 1);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isNoticed(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function noticerAt({ areaId, category, counts }: WeeklySeries, from: number, options: Chosen) {
  const upTo = Array.from(counts).slice(0, from + options.withinWeeks);
  const first = judgeAfter(upTo.slice(0, from), options); // what lies before the rise is the same for every size
  return (size: number): boolean => {
    const risen = upTo.map((count, week) => (week < from ? count : count + size));
    return risen.slice(from).some((observed, i) => {
      const judge = i === 0 ? first : judgeAfter(risen.slice(0, from + i), options);
      const look = judge({ areaId, category, observed });
      return typeof look !== 'string' && isNotable(look, options) && look.p <= options.watchP;
    });
  };
}
