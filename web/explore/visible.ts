import type { View } from '#web/ask/view.ts';
import type { Visible } from '#web/map/picture.ts';

const ALL = [
  'areas',
  'density',
  'hotCells',
  'concerns',
  'calls',
  'beats',
] as const satisfies readonly (keyof Visible)[];
type Layers = readonly (keyof Visible)[];

/** Without boundaries the calls themselves are all the ground there is. */
const usualOf = (hasAreas: boolean): Layers =>
  hasAreas ? ['areas', 'density', 'concerns'] : ['areas', 'density', 'concerns', 'calls'];

/** The chips that are on, out of the address. */
export function visibleOf({ layers }: View, hasAreas: boolean): Visible {
  const on: readonly string[] = layers ?? usualOf(hasAreas);
  return {
    areas: on.includes('areas'),
    density: on.includes('density'),
    hotCells: on.includes('hotCells'),
    concerns: on.includes('concerns'),
    calls: on.includes('calls'),
    beats: on.includes('beats'),
  };
}

/** The reverse: null when they are the usual ones. */
export function layersOf(visible: Visible, hasAreas: boolean): string[] | null {
  const on = ALL.filter((layer) => visible[layer]);
  return on.join() === usualOf(hasAreas).join() ? null : on;
}
