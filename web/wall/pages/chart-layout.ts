import type { WallWeek } from '#data/schema/wall.ts';
import { countTicks } from '#web/chart/week-axis.ts';
import { textWidth } from '#web/wall/type/text-width.ts';

const AXIS = 38; // size of all words in a chart, in wall pixels
const LINE = 46;

/** Where everything of a chart of weeks lies, in CSS pixels. */
export type ChartLayout = {
  left: number;
  right: number;
  top: number;
  bottom: number; // of the plot
  step: number; // a week
  ticks: number[];
  x: (index: number) => number; // middle of a week
  y: (count: number) => number;
};

export function chartLayout(
  weeks: readonly WallWeek[],
  { width, height, u, hasDates }: { width: number; height: number; u: number; hasDates: boolean },
): ChartLayout {
  const largest = Math.max(5, ...weeks.map(({ count, high }) => Math.max(count ?? 4, high ?? 0)));
  const all = countTicks(largest);
  const top = 62 * u; // the last number stands above its mark
  const bottom = height - (hasDates ? 58 : 18) * u;
  const most = all.at(-1) ?? 1;
  const isRoomy = (bottom - top) / (all.length - 1) >= 62 * u;
  const ticks = isRoomy ? all : bottom - top >= 52 * u ? [0, most] : [0];
  const left = Math.max(...ticks.map((tick) => textWidth(String(tick), AXIS, 500))) * u + 16 * u;
  const right = width - 2 * u;
  const step = (right - left) / Math.max(1, weeks.length);
  return {
    left,
    right,
    top,
    bottom,
    step,
    ticks,
    x: (index) => left + (index + 0.5) * step,
    y: (count) => bottom - (count / most) * (bottom - top),
  };
}

/** The usual range as steps: a filled path for each unbroken run of judged weeks. */
export function bandPaths(
  weeks: readonly WallWeek[],
  { left, step, y }: ChartLayout,
): { area: string; edge: string }[] {
  return runsOf(weeks, ({ low, high }) => low !== null && high !== null).map(({ from, to }) => {
    const run = weeks.slice(from, to);
    const side = (value: (week: WallWeek) => number, index: number, week: WallWeek) =>
      `L${left + (from + index) * step} ${y(value(week))}L${left + (from + index + 1) * step} ${y(value(week))}`;
    const upper = run.map((week, index) => side(({ high }) => high ?? 0, index, week)).join('');
    const lower = run.map((week, index) => side(({ low }) => low ?? 0, index, week)).join('');
    const back = lower.split('L').filter(Boolean).reverse().join('L');
    return { area: `M${upper.slice(1)}L${back}Z`, edge: `M${upper.slice(1)}M${lower.slice(1)}` };
  });
}

/** The line of counts, broken where a count is withheld. */
export function linePaths(weeks: readonly WallWeek[], { x, y }: ChartLayout): string[] {
  return runsOf(weeks, ({ count }) => count !== null).map(({ from, to }) => {
    const points = weeks.slice(from, to).map(({ count }, index) => `${x(from + index)} ${y(count ?? 0)}`);
    return `M${points.join('L')}`;
  });
}

function runsOf(weeks: readonly WallWeek[], belongs: (week: WallWeek) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  weeks.forEach((week, index) => {
    const last = runs.at(-1);
    if (!belongs(week)) return;
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/** Where the words of the band can stand without touching the line: in it, beneath it or above it. */
export function bandLabelAt(
  weeks: readonly WallWeek[],
  layout: ChartLayout,
  words: string,
  u: number,
): { x: number; y: number; isIn: boolean } | null {
  const width = textWidth(words, AXIS, 500) * u;
  const covers = Math.ceil(width / layout.step) + 1;
  type Place = { x: number; y: number; room: number; isIn: boolean };
  const places: Place[] = [];
  for (let from = 0; from + covers <= weeks.length - 1; from += 1) {
    const run = weeks.slice(from, from + covers);
    if (run.some(({ low, high }) => low === null || high === null)) continue;
    const near = weeks.slice(Math.max(0, from - 1), from + covers + 1);
    const tops = near.map(({ count }) => layout.y(count ?? 4));
    const feet = near.map(({ count }) => (count === null ? layout.bottom : layout.y(count)));
    const line = { top: Math.min(...tops) - 22 * u, bottom: Math.max(...feet) + 22 * u };
    const bandTop = Math.max(...run.map(({ high }) => layout.y(high ?? 0)));
    const bandBottom = Math.min(...run.map(({ low }) => layout.y(low ?? 0)));
    const under = Math.max(...run.map(({ low }) => layout.y(low ?? 0)));
    const over = Math.min(...run.map(({ high }) => layout.y(high ?? 0)));
    const middle = layout.left + (from + covers / 2) * layout.step;
    const add = (top: number, bottom: number, isIn: boolean) =>
      places.push({ x: middle, y: (top + bottom) / 2, room: bottom - top, isIn });
    add(Math.max(bandTop, line.bottom), bandBottom, true);
    add(bandTop, Math.min(bandBottom, line.top), true);
    const beneath = Math.max(under, line.bottom);
    add(beneath, Math.min(layout.bottom, beneath + LINE * u), false);
    const above = Math.min(over, line.top);
    add(Math.max(layout.top, above - LINE * u), above, false);
  }
  const fits = places.filter(({ room }) => room >= LINE * u - 1);
  const inside = fits.filter(({ isIn }) => isIn);
  const best = (inside.length > 0 ? inside : fits).reduce<Place | null>(
    (most, place) => (most && most.room >= place.room ? most : place),
    null,
  );
  return best && { x: best.x, y: best.y + 0.36 * AXIS * u, isIn: best.isIn };
}
