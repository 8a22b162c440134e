import { findSpikes, type SpikeFinding, type WeeklySeries } from '#analysis/spike/spike.ts';

/** Of the false-alarm budget: null takes p at its word; 0 lets nothing through but what is unusual whatever it is. */
export type WatchP = number | null;

export const keyOf = ({ areaId, category }: Pick<WeeklySeries, 'areaId' | 'category'>): string =>
  `${areaId}~${category}`;

/** The last `weeks` weeks of the series, each judged as on the Monday after it; oldest first. Strongest first in each. */
export const judgeWeeks = (series: readonly WeeklySeries[], weeks: number, watchP: WatchP): SpikeFinding[][] =>
  Array.from({ length: weeks }, (_, at) => {
    const back = weeks - 1 - at;
    return findSpikes(
      series.flatMap((one) => until(one, back)),
      { watchP },
    ).findings;
  });

function until({ areaId, category, counts }: WeeklySeries, back: number): WeeklySeries[] {
  const length = counts.length - back;
  return length > 0 ? [{ areaId, category, counts: Array.from(counts).slice(0, length) }] : [];
}
