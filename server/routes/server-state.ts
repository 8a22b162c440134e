import type { Context } from 'hono';
import type { Signed } from './guarded.ts';
import type { Releases } from './releases.ts';

/** What the routes of the map know: where the calls are, and which of them the one who asks may read. */
export type ServerState = {
  home: string;
  releasesFor: (c: Context<Signed>) => Releases; // of the level of the role that asks, never chosen apart from it
};
