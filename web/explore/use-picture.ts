import { addDays } from '#analysis/shared/days.ts';
import type { Filter } from '#data/schema/filter.ts';
import { daysIn } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { type Answered, ask, useAnswers } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { AnswerTo, DensitySurface, HotCell, Points } from '#web/compute/door.ts';
import type { Visible } from '#web/map/picture.ts';

/** Everything the linked views draw for one state of the address, swapped as one. */
export type Picture = {
  filter: Filter;
  area: string | null;
  all: AnswerTo<'explore'>; // the filter
  here: AnswerTo<'explore'>; // the filter in the opened area; `all` where none is open
  grid: AnswerTo<'explore'>; // hours of at least eight weeks: one week is too few for 168 cells
  gridWeeks: number;
  density: DensitySurface | null;
  hotCells: HotCell[] | null;
  points: Points | null;
};

/** Where a grid of one week would hold mostly zeros, it shows the eight weeks up to it. */
const GRID_WEEKS = 8;
const MOST_POINTS = 20_000;

export function usePicture(visible: Visible): Answered<Picture> {
  const { opened } = useDesk();
  const { view, filter } = useView();
  const { area } = view;
  const { density, hotCells, calls } = visible;
  return useAnswers(['picture', filter, area, density, hotCells, calls], async (asking) => {
    const hereFilter = area === null ? filter : { ...filter, areas: [area] };
    const from =
      daysIn(filter) >= 7 * GRID_WEEKS ? filter.from : laterOf(addDays(filter.to, 1 - 7 * GRID_WEEKS), opened.firstDay);
    const gridFilter = { ...hereFilter, from };
    const [all, here, grid, surface, cells, points] = await Promise.all([
      ask(asking, 'explore', filter, { expectedBand: area === null }, 'explore'),
      ask(asking, 'explore', hereFilter, { expectedBand: true }, 'here'),
      ask(asking, 'explore', gridFilter, { expectedBand: from === hereFilter.from }, 'grid'),
      density ? ask(asking, 'density', filter, {}, 'density') : null,
      hotCells ? ask(asking, 'hot-cells', filter, {}, 'hot-cells') : null,
      calls ? ask(asking, 'points', filter, { atMost: MOST_POINTS }, 'points') : null,
    ]);
    return {
      filter,
      area,
      all,
      here,
      grid,
      gridWeeks: Math.round(daysIn(gridFilter) / 7),
      density: surface?.findings[0] ?? null,
      hotCells: cells?.findings ?? null,
      points: points?.findings[0] ?? null,
    };
  });
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);
