import type { ReleaseLevel, Role } from '#data/schema/release-level.ts';
import type { Releases } from './releases.ts';

/** What the routes know: where the records are and who looks at them. */
export type ServerState = {
  home: string;
  role: Role;
  releaseLevel: ReleaseLevel; // of the role, never chosen apart from it
  releases: Releases; // what that level may read
  demo: boolean;
  nowLocal: () => string; // the city's clock, YYYY-MM-DDTHH:mm:ss
};
