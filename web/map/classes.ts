/** A choropleth scale: `breaks` are the lower edges of all classes but the first, rising. */
export type Classes = {
  breaks: number[];
  title: string; // says what is counted, for how many, and when: 'Calls per 1,000 addresses, week of Dec 7'
  unit: string; // 'calls per 1,000 addresses'; what one value means, for the list and exports
};

/**
 * Class edges near the quantiles, moved to round numbers so that a legend can be read
 * aloud; whole ones where all values are whole. Fewer classes come back where the values do not allow five. Zero keeps to the
 * first class. The edges follow the values given: two maps with different edges must
 * not be compared by color.
 */
export function niceBreaks(values: readonly number[], { classes = 5 }: { classes?: number } = {}): number[] {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const least = sorted[0];
  const most = sorted.at(-1);
  if (least === undefined || most === undefined || least === most) return [];
  const isWhole = sorted.every(Number.isInteger);
  const breaks: number[] = [];
  const edges = Array.from({ length: classes + 1 }, (_, edge) => quantile(sorted, edge / classes));
  for (let edge = 1; edge < classes; edge += 1) {
    const exact = edges[edge] ?? most;
    const gap = Math.min(exact - (edges[edge - 1] ?? least), (edges[edge + 1] ?? most) - exact);
    const near = roundNear(exact, gap / 3);
    const nice = isWhole ? Math.ceil(near) : near; // the same classes: no value lies between
    if (nice > Math.max(least, breaks.at(-1) ?? Number.NEGATIVE_INFINITY) && nice <= most) breaks.push(nice);
  }
  return breaks;
}

/** Class of a value: 0 for the first. A value on an edge belongs to the class above it. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] ?? Number.POSITIVE_INFINITY)) index += 1;
  return index;
}

/**
 * Colors of a ramp of `count` classes out of the seven tokens. Five drop the first and
 * the last (their steps stay apart in grey and for color-blind readers), six drop the
 * first, fewer take every other.
 */
export function classColors(sequential: readonly string[], count: number): string[] {
  return classSteps(count).map((step) => sequential[step - 1] ?? '');
}

/** Numbers of the ramp's tokens (`--seq-1` to `--seq-7`) for so many classes. */
export const classSteps = (count: number): readonly number[] => STEPS[Math.min(7, Math.max(1, count)) - 1] ?? [];

const STEPS = [[4], [2, 5], [2, 4, 6], [2, 3, 4, 5], [2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 7]];

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** The roundest number no further from `value` than `room`, or than a fiftieth of it where there is none. */
function roundNear(value: number, room: number): number {
  const reach = Math.max(room, Math.abs(value) / 50);
  for (let power = Math.ceil(Math.log10(Math.abs(value) + reach)); power > -8; power -= 1) {
    for (const mantissa of [1, 0.5, 0.2]) {
      const step = mantissa * 10 ** power;
      const nice = Math.round(value / step) * step;
      if (Math.abs(nice - value) <= reach) return Number(nice.toPrecision(10));
    }
  }
  return value;
}
