import { z } from 'zod';
import { AreaLayerEntry } from './area.ts';
import { ReleaseLevel } from './release-level.ts';

/** One extract file: the calls of one local year at one release level. Its address is /api/extracts/{file}. */
export const ExtractFile = z.object({
  file: z.string(), // {sha256, first 32 hex digits}.arrow
  year: z.number().int(),
  rows: z.number().int(),
  bytes: z.number().int(), // uncompressed
  withheld: z.number().int(), // rows of that year that this level may not have
});
export type ExtractFile = z.infer<typeof ExtractFile>;

const Count = z.number().int().nonnegative();

/** What became of every record ever read of a source: read = accepted + rejected + duplicates + superseded. */
export const TakenIn = z.object({
  read: Count,
  accepted: Count,
  rejected: Count,
  duplicates: Count,
  superseded: Count, // an earlier version in the same files took no place of its own
  replaced: Count, // accepted once, and a later version took its place: accepted - replaced is kept
});
export type TakenIn = z.infer<typeof TakenIn>;

/** How many of the last days of a source are still arriving, and how that is known. */
export const ReportingLag = z.object({
  days: Count,
  basis: z.enum(['estimate', 'profile']), // from what came late before, or as the profile of the source says
  calls: Count, // that the estimate was learned from; 0 where there is none
  deliveries: Count, // after the first
});
export type ReportingLag = z.infer<typeof ReportingLag>;

/** From which age on a source is doubtful, and from which on it is not to be relied on. */
export const StaleAfter = z
  .object({ amber: z.number().positive(), red: z.number().positive() })
  .refine(({ amber, red }) => amber < red, { message: 'Amber comes before red.', path: ['red'] });
export type StaleAfter = z.infer<typeof StaleAfter>;

/** One source: how old it is and what was read to make it. */
export const SourceAge = z.object({
  source: z.string(),
  title: z.string(),
  readAt: z.string(), // UTC, when the file was taken in
  firstReceivedLocal: z.string(),
  lastReceivedLocal: z.string(),
  expectedEveryHours: z.number().positive().nullable(), // null: a finished file, never stale
  staleAfterHours: StaleAfter.optional(), // absent: 1.5 and 3 times as long as expected
  taken: TakenIn,
  reportingLag: ReportingLag.optional(), // absent in manifests of before it was worked out
  quarantined: z.record(z.string(), Count), // reason to count, of the calls kept
});
export type SourceAge = z.infer<typeof SourceAge>;

/** What one role may load. Immutable: named by its own hash, so a printed figure can be replayed. */
export const Manifest = z.object({
  manifest: z.string(), // sha256 of the rest but madeAt, first 16 hex digits
  releaseLevel: ReleaseLevel,
  city: z.string(),
  timeZone: z.string(), // IANA
  madeAt: z.string(), // UTC
  cutoffLocal: z.string(), // calls received up to here are in: YYYY-MM-DDTHH:mm:ss
  reportingLagDays: z.number().int().nonnegative(), // the last so many days are still arriving: the longest of the sources
  rows: z.number().int(),
  quarantined: z.number().int(),
  withheld: z.number().int(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(), // of placed calls
  center: z.tuple([z.number(), z.number()]), // of the local projection, degrees
  extracts: z.array(ExtractFile),
  areas: z.array(AreaLayerEntry),
  sources: z.array(SourceAge),
});
export type Manifest = z.infer<typeof Manifest>;
