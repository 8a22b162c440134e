export type Box = { days: [first: number, last: number]; hours: [first: number, last: number] };

const MOST_DAYS = 3;
const MOST_HOURS = 6;

/**
 * The box of the week (up to three days by six hours) that holds the most calls beyond
 * what its share of the year would bring; null where none holds half of them. A help
 * for the eye, not a test: it was chosen because it is full.
 */
export function busiestBox(week: readonly number[], year: readonly number[]): { box: Box; count: number } | null {
  const total = sumOf(week);
  const yearTotal = Math.max(1, sumOf(year));
  let best: { box: Box; count: number; excess: number } | null = null;
  for (const box of allBoxes()) {
    const count = sumIn(week, box);
    const excess = count - (total * sumIn(year, box)) / yearTotal - sizeOf(box) * 0.05;
    if (2 * count >= total && (best === null || excess > best.excess)) best = { box, count, excess };
  }
  return best && best.count >= 3 && best.excess > 1 ? { box: best.box, count: best.count } : null;
}

function* allBoxes(): Generator<Box> {
  for (let day = 0; day < 7; day++)
    for (let lastDay = day; lastDay < Math.min(7, day + MOST_DAYS); lastDay++)
      for (let hour = 0; hour < 24; hour++)
        for (let lastHour = hour; lastHour < Math.min(24, hour + MOST_HOURS); lastHour++)
          yield { days: [day, lastDay], hours: [hour, lastHour] };
}

export function cellsOf({ days, hours }: Box): number[] {
  const cells: number[] = [];
  for (let day = days[0]; day <= days[1]; day++)
    for (let hour = hours[0]; hour <= hours[1]; hour++) cells.push(24 * day + hour);
  return cells;
}

const sizeOf = ({ days, hours }: Box): number => (days[1] - days[0] + 1) * (hours[1] - hours[0] + 1);
const sumIn = (counts: readonly number[], box: Box): number =>
  cellsOf(box).reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
