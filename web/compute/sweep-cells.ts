import { type EmergingCell, findEmergingInSteps } from '#analysis/emerging/emerging.ts';
import { type CityGrid, cityGrid } from '#analysis/place/city-cells.ts';
import { cellAt, toDegrees } from '#analysis/shared/grid.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { type BlockRise, blockOf, lookAtBlocks } from '#analysis/sweep/blocks.ts';
import { standOut } from '#analysis/sweep/judge-looks.ts';
import type { SweepOptions } from '#analysis/sweep/options.ts';
import { FRESH_SHAPES, type FreshShape } from '#analysis/sweep/sweep.ts';
import { cityOf } from './city-of.ts';
import { datedPointsOf } from './dated-points.ts';
import type { SweepCandidate } from './door.ts';
import { coordinatesOf } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { callsOf, type SweepCalls } from './sweep-calls.ts';
import { type SweptKind, within } from './sweep-strings.ts';

const CELL_METERS = 400;

type Strong = BlockRise & { category: string; rows: Uint32Array; q: number; verdict: 'watch' | 'unusual' };

/**
 * Cells that became hot over the last weeks: those that stand out from their own past among all looks, and that
 * Emerging hot spots calls new, consecutive or intensifying, with a call around them in the judged week.
 */
export function* sweepCells(
  loaded: Loaded,
  layer: string,
  calls: SweepCalls,
  options: SweepOptions,
): InSteps<SweptKind> {
  const spans = Math.floor((calls.weeksBefore + 1) / options.stepWeeks) - 1;
  const nothing = (reason: string) => ({ candidates: [], leftOut: [{ what: 'emerging cells', reason }] });
  if (spans * options.stepWeeks < options.leastWeeks) return nothing('short-history');
  const city = cityGrid(cityOf(loaded, layer), CELL_METERS);
  if (typeof city === 'string') return nothing(city);

  const span = { firstDay: calls.lastDay + 1 - 7 * options.stepWeeks * (spans + 1), lastDay: calls.lastDay };
  const found: (BlockRise & { category: string; rows: Uint32Array })[] = [];
  let looks = 0;
  for (const { category, rows } of calls.byCategory) {
    const looked = lookAtBlocks(
      stepsOfCalls(loaded, rows, city, calls.lastDay, options),
      { columns: city.grid.columns, isCity: city.isCity },
      spans,
      options,
    );
    looks += looked.looks;
    found.push(...looked.rises.map((rise) => ({ ...rise, category, rows })));
    yield { done: 0, total: 1 };
  }
  const strong = standOut(found, looks, options);
  const categories = [...new Set(strong.map(({ category }) => category))];
  const candidates: SweepCandidate[] = [];
  for (const [at, category] of categories.entries()) {
    const ofKind = strong.filter((one) => one.category === category);
    const shapes = yield* within(findShapes(loaded, layer, ofKind, span, city, options), at, categories.length);
    for (const one of strongestOfNeighbors(ofKind, shapes, city)) {
      const candidate = toCandidate(loaded, layer, one, shapes.get(one.cell) ?? null, { calls, city, options });
      if (candidate !== null) candidates.push(candidate);
    }
  }
  return { candidates, leftOut: [] };
}

function stepsOfCalls(
  loaded: Loaded,
  rows: Uint32Array,
  { grid }: CityGrid,
  lastDay: number,
  { stepWeeks }: SweepOptions,
) {
  const { lon, lat } = coordinatesOf(loaded, rows);
  const { day } = loaded.calls.columns;
  return {
    cell: Int32Array.from(rows, (_, i) => cellAt(grid, lon[i] ?? 0, lat[i] ?? 0)),
    stepsAgo: Uint8Array.from(rows, (row) => Math.floor((lastDay - (day[row] ?? 0)) / (7 * stepWeeks))),
  };
}

/** How each cell became hot, of those whose way is news. */
function* findShapes(
  loaded: Loaded,
  layer: string,
  [first]: readonly Strong[],
  span: { firstDay: number; lastDay: number },
  { grid }: CityGrid,
  { stepWeeks }: SweepOptions,
): InSteps<Map<number, FreshShape>> {
  const points = datedPointsOf(loaded, first?.rows ?? new Uint32Array());
  const chosen = { cellMeters: CELL_METERS, stepDays: 7 * stepWeeks };
  const { findings } = yield* findEmergingInSteps(points, cityOf(loaded, layer), span, chosen);
  const shapes = new Map<number, FreshShape>();
  for (const { ring, category, side } of findings) {
    const shape = FRESH_SHAPES.find((fresh) => fresh === category);
    if (shape !== undefined && side === 'hot') shapes.set(cellAt(grid, ...middleOf(ring)), shape);
  }
  return shapes;
}

function middleOf(ring: EmergingCell['ring']): [lon: number, lat: number] {
  const corners = ring.slice(0, 4);
  const mean = (of: (corner: [number, number]) => number) => corners.reduce((sum, corner) => sum + of(corner), 0) / 4;
  return [mean(([lon]) => lon), mean(([, lat]) => lat)];
}

/** Cells whose surroundings overlap tell of the same calls: the strongest speaks for them. */
function strongestOfNeighbors(
  strong: readonly Strong[],
  shapes: Map<number, FreshShape>,
  { grid }: CityGrid,
): Strong[] {
  const chosen: Strong[] = [];
  const isNear = (a: number, b: number) =>
    Math.abs((a % grid.columns) - (b % grid.columns)) <= 2 &&
    Math.abs(Math.floor(a / grid.columns) - Math.floor(b / grid.columns)) <= 2;
  for (const one of strong) {
    if (shapes.has(one.cell) && !chosen.some(({ cell }) => isNear(cell, one.cell))) chosen.push(one);
  }
  return chosen;
}

function toCandidate(
  loaded: Loaded,
  layer: string,
  { cell, category, rows, observed, low, high, p, q, verdict }: Strong,
  shape: SweepCandidate['shape'],
  { calls, city, options }: { calls: SweepCalls; city: CityGrid; options: SweepOptions },
): SweepCandidate | null {
  const { grid } = city;
  const { day } = loaded.calls.columns;
  const block = new Set(blockOf(cell, grid.columns, city.isCity.length).filter((at) => city.isCity[at] === 1));
  const from = calls.lastDay + 1 - 7 * options.stepWeeks;
  const recent = rows.filter((row) => (day[row] ?? 0) >= from);
  const { lon, lat } = coordinatesOf(loaded, recent);
  const there = recent.filter((_, i) => block.has(cellAt(grid, lon[i] ?? 0, lat[i] ?? 0)));
  if (!there.some((row) => (day[row] ?? 0) >= calls.firstDay)) return null;
  const [column, row] = [cell % grid.columns, Math.floor(cell / grid.columns)];
  return {
    kind: 'emerging',
    candidateKey: `${category}~${column}-${row}`,
    category,
    addressBlock: null,
    ...{ shape, observed, low, high, p, q, verdict },
    center: toDegrees(grid, column + 0.5, row + 0.5),
    ...callsOf(loaded, layer, there),
  };
}
