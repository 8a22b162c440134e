import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { SweepOptions } from './options.ts';

const KINDS = 3; // that share the budget: strings, emerging cells, hot addresses

type Judged = { q: number; verdict: 'usual' | 'watch' | 'unusual' };

/**
 * The one correction of all three kinds. The looks of a kind are one family: `unusual` by Benjamini-Hochberg
 * within it, `watch` where p is within a third of the budget of false alarms over its looks. `p` holds the
 * looks that could stand out; the other looks, up to `looks`, count with p = 1.
 */
function judgeLooks(
  p: readonly number[],
  looks: number,
  { unusualQ, falseAlarmsAWeek }: { unusualQ: number; falseAlarmsAWeek: number },
): Judged[] {
  const family = Math.max(looks, p.length);
  const watchP = falseAlarmsAWeek / KINDS / family;
  const q = adjustForLooks([...p, ...new Array<number>(family - p.length).fill(1)]);
  return p.map((chance, i) => {
    const own = q[i] ?? 1;
    return { q: own, verdict: own < unusualQ ? 'unusual' : chance <= watchP ? 'watch' : 'usual' };
  });
}

/** Those of all kinds of call that stand out among all looks, strongest first. */
export function standOut<One extends { p: number }>(
  found: readonly One[],
  looks: number,
  options: SweepOptions,
): (One & { q: number; verdict: 'watch' | 'unusual' })[] {
  const judged = judgeLooks(
    found.map(({ p }) => p),
    looks,
    options,
  );
  return found
    .flatMap((one, i) => {
      const { q, verdict } = judged[i] ?? { q: 1, verdict: 'usual' as const };
      return verdict === 'usual' ? [] : [{ ...one, q, verdict }];
    })
    .sort((a, b) => a.p - b.p);
}
