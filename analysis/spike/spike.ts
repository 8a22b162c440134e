import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import { isNotable, type Look, lookAt, type SpikeReason, type WeeklySeries } from './look.ts';
import { SPIKE_DEFAULTS, type SpikeOptions } from './options.ts';

export type { WeeklySeries } from './look.ts';

export type SpikeFinding = Look & {
  q: number; // after Benjamini-Hochberg over all series judged
  verdict: Verdict;
};

export const SPIKE_CONVENTION =
  'By length of history: Farrington Flexible from 3 years (159 weeks), negative binomial with the same season of former years and the last 10 weeks from 55 weeks, C-test mid-p against 8 weeks below that or where calls are few; one-sided mid-p, Benjamini-Hochberg over all series judged.';
export const SPIKE_CAVEAT =
  'Says that a week is unusual against its own past, not why. One loud address, a renamed call type or a storm looks the same.';

/**
 * The last week of every series against that series' own past, strongest first.
 *
 * "Unusual" is a false discovery rate; "watch" keeps a budget of about one false alarm
 * a week over all series together (README, "How often it cries wolf"). Neither is said
 * inside the usual range or for fewer than `minExcess` calls above the expected.
 */
export function findSpikes(series: readonly WeeklySeries[], chosen: Partial<SpikeOptions> = {}) {
  const options: SpikeOptions = { ...SPIKE_DEFAULTS, ...chosen };
  const leftOut: LeftOut<SpikeReason>[] = [];
  const looks: Look[] = [];
  let quiet = 0;
  for (const one of series) {
    const look = lookAt(one, options);
    if (typeof look !== 'string') looks.push(look);
    else leftOut.push({ what: `${one.areaId} ${one.category}`, reason: look === 'quiet' ? 'too-few-calls' : look });
    if (look === 'quiet') quiet++;
  }
  // A quiet series is one only because its week is: it was looked at, and would have been judged had it been busy.
  const q = adjustForLooks([...looks.map((look) => look.p), ...new Array<number>(quiet).fill(1)]);
  const findings = looks
    .map((look, i) => toFinding(look, q[i] ?? 1, looks.length + quiet, options))
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || a.p - b.p || b.observed - a.observed || compareNames(a, b));
  return { findings, leftOut, options };
}

const RANK: Record<Verdict, number> = { unusual: 0, watch: 1, usual: 2, 'not-judged': 3 };

function toFinding(look: Look, q: number, looks: number, options: SpikeOptions): SpikeFinding {
  const notable = isNotable(look, options);
  const watched = look.p <= (options.watchP ?? options.falseAlarmsAWeek / looks);
  const verdict = !notable ? 'usual' : q < options.unusualQ ? 'unusual' : watched ? 'watch' : 'usual';
  return { ...look, q, verdict };
}

const compareNames = (a: Look, b: Look): number =>
  a.areaId < b.areaId ? -1 : a.areaId > b.areaId ? 1 : a.category < b.category ? -1 : 1;
