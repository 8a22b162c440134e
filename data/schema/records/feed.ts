import { z } from 'zod';
import { LocalMoment } from './common.ts';

/** What became of a call file: `mostly-rejected` calls are in the store, and more than half of its records are not. */
export const FeedOutcome = z.enum(['taken', 'known', 'mostly-rejected', 'refused', 'broke']);
export type FeedOutcome = z.infer<typeof FeedOutcome>;

/** Whoever runs the feed must look. */
export const isFailure = (outcome: FeedOutcome): boolean => outcome !== 'taken' && outcome !== 'known';

const Count = z.number().int().nonnegative();

/** A record that was rejected: where it stands and why, never what it says. */
export const FeedReject = z.object({ line: Count, column: z.string().nullable(), reason: z.string() });
export type FeedReject = z.infer<typeof FeedReject>;

/** The ingest report in brief: `read = accepted + rejected + duplicates + superseded`. */
export const FeedReport = z.object({
  read: Count,
  accepted: Count,
  rejected: Count,
  duplicates: Count,
  superseded: Count,
  unplaced: Count, // of the accepted: without a place on the map
  span: z.object({ from: LocalMoment, to: LocalMoment }).nullable(),
  rejects: z.array(FeedReject), // the first few
});
export type FeedReport = z.infer<typeof FeedReport>;

/** One file of a watched folder, as it was when it was looked at. */
export const FeedFile = z.object({
  file: z.string(), // its name in the folder
  source: z.string(),
  sizeBytes: Count,
  at: z.iso.datetime(), // by the machine's clock, which decides the order
  atLocal: LocalMoment, // by the city's
  outcome: FeedOutcome,
  report: FeedReport.nullable(), // null: nothing was read, or it was known
  words: z.string(), // why it was not taken, or as what it was known; empty where it was taken
  line: Count.nullable(), // where it was refused
  column: z.string().nullable(),
});
export type FeedFile = z.infer<typeof FeedFile>;

/** A folder whose files are taken in by themselves. */
export const FeedFolder = z.object({
  source: z.string(),
  title: z.string(),
  folder: z.string().nullable(), // its path; null for whoever does not run the machine
  sinceLocal: LocalMoment,
  trouble: z.string(), // why it cannot be read; empty where it can
});
export type FeedFolder = z.infer<typeof FeedFolder>;
