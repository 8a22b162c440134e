import type { AreaLayer } from '#data/schema/area.ts';

/** What a wall's map stands on: the same for every board of one manifest. */
export type WallGround = {
  manifest: string;
  areas: AreaLayer['features']; // of the judged layer
  image: string; // the drawn ground, as SVG text; empty where there is none
};
