import { z } from 'zod';
import { FeedFile, FeedFolder } from './feed.ts';
import { JobRun } from './job.ts';
import { MailOut } from './mail.ts';

/** A letter that goes out, as far as whoever runs the server needs it: no words of it, and not what it is about. */
export const Posting = MailOut.omit({ text: true, subject: true, about: true });
export type Posting = z.infer<typeof Posting>;

/** How the server's own work goes. */
export const Operations = z.object({
  jobs: z.array(JobRun),
  letters: z.array(Posting), // those that wait or failed first; at most 200
  feed: z.object({
    folders: z.array(FeedFolder), // that are watched
    waiting: z.array(FeedFile), // failed, and not mended since
    files: z.array(FeedFile), // the others, the newest first; at most 50
  }),
  mail: z.object({ from: z.string().nullable(), address: z.string().nullable() }), // null: none is named
  database: z.object({
    version: z.string(), // 18.1
    sizeBytes: z.number(),
    stepsDone: z.number().int(), // migrations that this database has seen
    stepsKnown: z.number().int(), // and those that this program has
  }),
});
export type Operations = z.infer<typeof Operations>;
