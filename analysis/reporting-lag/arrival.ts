/**
 * The share of records known within 0, 1, 2 … days of what they tell of, as they will be once all are here. Of the
 * records that can already be known at delay d, the share that came exactly then among those that came by then is the
 * hazard in reversed time; their product over longer delays is what had arrived by d.
 */
export function arrivedByDay(
  records: readonly { day: number; delay: number }[],
  today: number,
  longestDays: number,
): number[] {
  const byDelayAndAge = new Map<number, number>();
  for (const { day, delay } of records) {
    const age = Math.min(today - day, longestDays);
    const key = delay * (longestDays + 1) + age;
    byDelayAndAge.set(key, (byDelayAndAge.get(key) ?? 0) + 1);
  }
  const count = (delay: number, age: number) => byDelayAndAge.get(delay * (longestDays + 1) + age) ?? 0;
  const arrived = new Array<number>(longestDays + 1).fill(1);
  for (let delay = longestDays; delay > 0; delay--) {
    let [then, byThen] = [0, 0]; // among what is old enough to be known at this delay
    for (let age = delay; age <= longestDays; age++) {
      then += count(delay, age);
      for (let earlier = 0; earlier <= delay; earlier++) byThen += count(earlier, age);
    }
    const hazard = byThen === 0 ? 0 : then / byThen;
    arrived[delay - 1] = (arrived[delay] ?? 1) * (1 - hazard);
  }
  return arrived;
}

/** The fewest days by which this share had arrived. */
export const daysUntil = (arrived: readonly number[], share: number): number => {
  const day = arrived.findIndex((part) => part >= share - 1e-12);
  return day < 0 ? arrived.length - 1 : day;
};
