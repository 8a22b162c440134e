import { z } from 'zod';
import { LocalMoment } from './common.ts';

/** The last run of something the server does by itself. */
export const JobRun = z.object({ name: z.string(), at: LocalMoment, isDone: z.boolean(), words: z.string() });
export type JobRun = z.infer<typeof JobRun>;
