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
const USUAL: readonly (keyof Visible)[] = ['areas', 'density', 'concerns'];

/** The chips that are on, out of the address. */
export function visibleOf({ layers }: View): Visible {
  const on: readonly string[] = layers ?? USUAL;
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
export function layersOf(visible: Visible): string[] | null {
  const on = ALL.filter((layer) => visible[layer]);
  return on.join() === USUAL.join() ? null : on;
}
