import normal from '@stdlib/stats-base-dists-normal';
import { type CityGrid, cityGrid, countInCells } from '#analysis/place/city-cells.ts';
import { giStar } from '#analysis/shared/gi-star.ts';
import { ringOfCell } from '#analysis/shared/grid.ts';
import { mannKendall } from '#analysis/shared/mann-kendall.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { categorize, type EmergingCategory, lastRun, type Side } from './categorize.ts';
import { type EmergingOptions, fillOptions } from './options.ts';
import { stepOf, stepsOf } from './time-steps.ts';

/** A cell and how it came to be hot or cold, or stayed so. */
export type EmergingCell = {
  ring: [number, number][]; // closed, degrees
  category: EmergingCategory;
  side: Side;
  calls: number; // in the cell, all steps
  lastCalls: number; // in the last step
  hotSteps: number;
  coldSteps: number;
  lastZ: number; // Gi* of the last step
  trendZ: number; // Mann-Kendall of the cell's Gi* over the steps; 0 where they never move
  trendP: number;
};

/** Calls with their local day numbers; a NaN is no place, or no day. */
export type DatedPoints = { readonly lon: Float64Array; readonly lat: Float64Array; readonly days: Float64Array };

/** Day numbers, both inclusive. */
export type DaySpan = { readonly firstDay: number; readonly lastDay: number };

export type EmergingReason =
  | 'no-areas'
  | 'too-wide' // more cells than the method takes
  | 'too-few-cells' // a cell's neighbors are the whole city
  | 'too-few-steps'
  | 'no-variance' // a step in which every cell holds the same count
  | 'no-incident' // hot by its neighbors alone
  | 'beyond-cells' // calls in a cell whose middle lies in no area
  | 'outside-steps'; // calls before the first step or after the last

export const EMERGING_CONVENTION =
  'Getis-Ord Gi* in each step against that step’s own cells (queen neighbors and the cell itself, Benjamini-Hochberg over the cells of the step), Mann-Kendall over a cell’s Gi*, and the categories of Esri’s Emerging Hot Spot Analysis, first that fits; a new or consecutive hot cell must hold a call of its own in those steps.';
export const EMERGING_CAVEAT =
  'New means new among these steps: take a year or more, or a season looks like a new hot spot. Where more people are, more calls come.';

/** Cells of the city by how they became hot or cold; those that changed last come first. */
export const findEmerging = (
  calls: DatedPoints,
  city: readonly AreaGeometry[],
  span: DaySpan,
  chosen: Partial<EmergingOptions> = {},
) => runThrough(findEmergingInSteps(calls, city, span, chosen));

/** The same, in steps that can be stopped: one for each step of time. */
export function* findEmergingInSteps(
  calls: DatedPoints,
  city: readonly AreaGeometry[],
  span: DaySpan,
  chosen: Partial<EmergingOptions> = {},
): InSteps<{ findings: EmergingCell[]; leftOut: LeftOut<EmergingReason>[]; options: EmergingOptions }> {
  const options = fillOptions(chosen);
  const nothing = (reason: EmergingReason) => ({ findings: [], leftOut: [{ what: 'cells', reason }], options });
  const steps = stepsOf(span, options.stepDays);
  if (steps.count < options.minSteps) return nothing('too-few-steps');
  const placed = cityGrid(city, options.cellMeters);
  if (typeof placed === 'string') return nothing(placed);

  const leftOut: LeftOut<EmergingReason>[] = [];
  const rowsOf = rowsByStep(calls, steps);
  const outside = calls.days.length - rowsOf.reduce((sum, rows) => sum + rows.length, 0);
  if (outside > 0) leftOut.push({ what: `${outside} calls`, reason: 'outside-steps' });
  const judged: JudgedStep[] = [];
  let beyond = 0;
  for (const [at, rows] of rowsOf.entries()) {
    const counted = countInCells(placed.grid, placed.isCity, { lon: calls.lon, lat: calls.lat, rows });
    beyond += counted.beyond;
    const step = judgeStep(placed, counted.counts, options.significantQ);
    if (step === 'too-few-cells') return nothing(step);
    if (step.isFlat) leftOut.push({ what: `step ${at + 1} of ${steps.count}`, reason: 'no-variance' });
    judged.push(step);
    yield { done: at + 1, total: steps.count };
  }
  if (beyond > 0) leftOut.push({ what: `${beyond} calls`, reason: 'beyond-cells' });

  const cells = toCells(placed, judged, options);
  const empty = cells.filter(({ isEmpty }) => isEmpty).length;
  if (empty > 0) leftOut.push({ what: `${empty} cells`, reason: 'no-incident' });
  const findings = cells.map(({ cell }) => cell);
  findings.sort((a, b) => rankOf(a) - rankOf(b) || Math.abs(b.lastZ) - Math.abs(a.lastZ));
  return { findings, leftOut, options };
}

type JudgedStep = { counts: Uint32Array; z: Float64Array; marks: Int8Array; isFlat: boolean };

function rowsByStep({ days }: DatedPoints, steps: ReturnType<typeof stepsOf>): Uint32Array[] {
  const rows: number[][] = Array.from({ length: steps.count }, () => []);
  days.forEach((day, row) => {
    rows[stepOf(steps, day)]?.push(row);
  });
  return rows.map((each) => Uint32Array.from(each));
}

/** A step without any difference between the cells is neither hot nor cold anywhere. */
function judgeStep(
  { grid, isCity }: CityGrid,
  counts: Uint32Array,
  significantQ: number,
): JudgedStep | 'too-few-cells' {
  const scores = giStar(counts, isCity, grid.columns);
  if (scores === 'too-few-cells') return scores;
  const z = new Float64Array(isCity.length);
  const marks = new Int8Array(isCity.length);
  if (scores === 'no-variance') return { counts, z, marks, isFlat: true };
  const q = adjustForLooks(scores.map((score) => 2 * normal.cdf(-Math.abs(score.z), 0, 1)));
  scores.forEach((score, i) => {
    z[score.cell] = score.z;
    if ((q[i] ?? 1) < significantQ) marks[score.cell] = Math.sign(score.z);
  });
  return { counts, z, marks, isFlat: false };
}

function toCells({ grid, isCity }: CityGrid, steps: readonly JudgedStep[], { trendP }: EmergingOptions) {
  const cells: { cell: EmergingCell; isEmpty: boolean }[] = [];
  isCity.forEach((inCity, at) => {
    if (inCity !== 1) return;
    const z = steps.map((step) => step.z[at] ?? 0);
    const marks = steps.map((step) => step.marks[at] ?? 0);
    const counts = steps.map((step) => step.counts[at] ?? 0);
    const kendall = mannKendall(z) ?? { z: 0, p: 1 };
    const heading = kendall.p >= trendP ? 'none' : kendall.z > 0 ? 'up' : 'down';
    const fitted = categorize({ marks, trend: heading });
    const isEmpty = fitted.side === 'hot' && !holdsCalls(fitted.category, marks, counts);
    cells.push({
      isEmpty,
      cell: {
        ring: ringOfCell(grid, at),
        ...(isEmpty ? { category: 'no-pattern' as const, side: 'none' as const } : fitted),
        calls: counts.reduce((sum, count) => sum + count, 0),
        lastCalls: counts.at(-1) ?? 0,
        hotSteps: marks.filter((mark) => mark > 0).length,
        coldSteps: marks.filter((mark) => mark < 0).length,
        lastZ: z.at(-1) ?? 0,
        trendZ: kendall.z,
        trendP: kendall.p,
      },
    });
  });
  return cells;
}

/** Neighbors alone make no hot spot: a fresh one needs a call of its own while it is hot, any other one at all. */
function holdsCalls(category: EmergingCategory, marks: readonly number[], counts: readonly number[]): boolean {
  const isFresh = category === 'new' || category === 'consecutive';
  return (isFresh ? counts.slice(-lastRun(marks)) : counts).some((count) => count > 0);
}

const ORDER: readonly EmergingCategory[] = [
  'new',
  'consecutive',
  'intensifying',
  'persistent',
  'sporadic',
  'oscillating',
  'diminishing',
  'historical',
  'no-pattern',
];
const rankOf = ({ category, side }: EmergingCell): number =>
  ORDER.indexOf(category) + (side === 'hot' ? 0 : side === 'cold' ? 100 : 200);
