import { z } from 'zod';
import { ReleaseLevel, Role } from './release-level.ts';

/** Who is looking, as the server knows it. Until accounts exist the role is given at start. */
export const Session = z.object({
  role: Role,
  releaseLevel: ReleaseLevel,
  city: z.string(),
  demo: z.boolean(),
  nowLocal: z.string(), // the city's clock (the demo's is fixed): YYYY-MM-DDTHH:mm:ss
  basemap: z.string().nullable(), // address of a PMTiles archive on our own origin, or none
});
export type Session = z.infer<typeof Session>;
