import type { Classes } from './classes.ts';

/** What the legend explains: only what is on the map now. The same for the screen and for exports. */
export type LegendContent = {
  classes: Classes | null; // null: areas are not shaded
  overlaps: boolean; // some areas share ground
  withheld: boolean;
  densityMeters: number | null; // bandwidth
  hotCells: number | null; // how many are marked
  calls: boolean;
  concerns: boolean;
};
