import { toDayNumber, weekdayOf } from '#analysis/shared/days.ts';

/** Adjoining hours on adjoining weekdays. Hours past midnight belong to the evening that they began in. */
export type WeekWindow = {
  readonly days: readonly number[]; // 0 is Monday, in their order
  readonly fromHour: number; // 0 to 23
  readonly hours: number; // how many, 24: all day
};

export type DensestWindow =
  | { readonly is: 'found'; readonly window: WeekWindow; readonly held: number; readonly timed: number }
  | { readonly is: 'spread' | 'too-few'; readonly timed: number };

export const FEWEST_TIMED = 4;
export const MOST_HOURS_A_WEEK = 36; // of 168: half of the calls in a fifth of the week

type Timed = { readonly receivedLocal: string; readonly timePrecision: 'minute' | 'day' | 'month' };

/** Whole hours of the week, Monday 12 am first; a call whose hour is not known stands in none. */
export function hoursOfWeek(calls: readonly Timed[]): number[] {
  const counts = new Array<number>(168).fill(0);
  for (const { receivedLocal, timePrecision } of calls) {
    if (timePrecision !== 'minute') continue;
    const cell = 24 * weekdayOf(toDayNumber(receivedLocal.slice(0, 10))) + Number(receivedLocal.slice(11, 13));
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/**
 * The smallest block of adjoining hours on one to three adjoining weekdays, on Monday to Friday, or on
 * every day, that holds at least half of the calls whose hour is known. Of blocks of one size the one
 * that holds most, then that of fewest days, then the earliest in the week; widened by an hour or a weekday at
 * either end as long as what is added is as full as the block.
 *
 * It was chosen because it is full: a help for planning, not a test.
 */
export function findDensestWindow(calls: readonly Timed[]): DensestWindow {
  const counts = hoursOfWeek(calls);
  const timed = counts.reduce((sum, n) => sum + n, 0);
  if (timed < FEWEST_TIMED) return { is: 'too-few', timed };
  const hold = (window: WeekWindow): Held => ({
    window,
    held: cellsOf(window).reduce((sum, cell) => sum + (counts[cell] ?? 0), 0),
  });
  let best: Held | null = null;
  for (const window of allWindows()) {
    const next = hold(window);
    if (2 * next.held >= timed && (best === null || isBetter(next, best))) best = next;
  }
  return best === null ? { is: 'spread', timed } : { is: 'found', ...widen(best, hold), timed };
}

/** The block with the hours and weekdays beside it, where these are as full as it is. */
function widen(block: Held, hold: (window: WeekWindow) => Held): Held {
  for (const window of besides(block.window)) {
    const wider = hold(window);
    const isAsFull = wider.held * sizeOf(block.window) >= block.held * sizeOf(window);
    if (isAsFull && sizeOf(window) <= MOST_HOURS_A_WEEK) return widen(wider, hold);
  }
  return block;
}

/** An hour more at either end, then a weekday more; up to 23 hours and three weekdays. */
function besides({ days, fromHour, hours }: WeekWindow): WeekWindow[] {
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  const starts = hours >= 23 ? [] : fromHour === 0 ? [0] : [fromHour - 1, fromHour];
  const runs =
    days.length >= 3
      ? []
      : [
          [(first + 6) % 7, ...days],
          [...days, (last + 1) % 7],
        ];
  return [
    ...starts.map((start) => ({ days, fromHour: start, hours: hours + 1 })),
    ...runs.map((run) => ({ days: run, fromHour, hours })),
  ];
}

type Held = { readonly window: WeekWindow; readonly held: number };
const sizeOf = ({ days, hours }: WeekWindow): number => days.length * hours;
const isBetter = (a: Held, b: Held): boolean => {
  const order = sizeOf(a.window) - sizeOf(b.window) || b.held - a.held || a.window.days.length - b.window.days.length;
  return order < 0; // of equals the one met first: the earliest
};

const RUNS: readonly (readonly number[])[] = [
  ...[1, 2, 3].flatMap((length) =>
    Array.from({ length: 7 }, (_, first) => Array.from({ length }, (_, step) => (first + step) % 7)),
  ),
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4, 5, 6],
];

function* allWindows(): Generator<WeekWindow> {
  for (const days of RUNS)
    for (let hours = 1; hours <= 24 && hours * days.length <= MOST_HOURS_A_WEEK; hours++)
      for (let fromHour = 0; fromHour < (hours === 24 ? 1 : 24); fromHour++) yield { days, fromHour, hours };
}

/** The cells of the week's grid that a window covers, Monday 12 am is 0. */
export const cellsOf = ({ days, fromHour, hours }: WeekWindow): number[] =>
  days.flatMap((day) => Array.from({ length: hours }, (_, step) => (24 * day + fromHour + step) % 168));
