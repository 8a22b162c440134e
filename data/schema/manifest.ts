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

export const SourceAge = z.object({
  source: z.string(),
  title: z.string(),
  readAt: z.string(), // UTC, when the file was taken in
  firstReceivedLocal: z.string(),
  lastReceivedLocal: z.string(),
  expectedEveryHours: z.number().positive().nullable(), // null: a finished file, never stale
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
  reportingLagDays: z.number().int().nonnegative(), // the last so many days are still arriving
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
