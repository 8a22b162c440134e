import { z } from 'zod';
import { Precision, TimePrecision } from './call.ts';
import { StaleAfter } from './manifest.ts';

const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const Names = z.array(z.string().min(1)).default([]); // alternatives, since columns change by year; the first present is read

/** The column of the file that holds each field of a call. Empty: the source does not have it. */
export const ColumnMapping = z.object({
  id: Names,
  time: Names, // when the call was received; empty: the start of the from/to span is used
  from: Names,
  to: Names,
  type: Names,
  lon: Names,
  lat: Names,
  address: Names,
  disposition: Names,
  priority: Names,
  origin: Names,
  beat: Names,
  version: Names, // tells the later report of one id from the earlier; numbers
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/**
 * How times are written during one span of the source's life. `local` is the city's wall
 * clock, `utc` is UTC without saying so, `offset` ends in `Z` or `+00` (a format with `%z`).
 * Formats are strptime patterns. The span is judged by the clock as written.
 */
export const TimeSpan = z.object({
  formats: z.array(z.string().min(2)).min(1),
  zone: z.enum(['local', 'utc', 'offset']),
  from: LocalDate.nullable().default(null), // inclusive
  to: LocalDate.nullable().default(null), // exclusive
});
export type TimeSpan = z.infer<typeof TimeSpan>;

/** Places looked up by address: `number` and `street` are taken out of the address and put into the template. */
export const Geocode = z.object({
  file: z.string().min(1), // CSV found beside the input, or given by --geocodes
  address: z.string().min(1), // its columns
  lon: z.string().min(1),
  lat: z.string().min(1),
  pattern: z.string(), // regular expression with two groups: block number, street
  addToNumber: z.number().int(), // 50: the middle of a hundred block
  template: z.string(), // "{number} {street}, ASHEVILLE, NC"
});
export type Geocode = z.infer<typeof Geocode>;

/** Why a place can be in the file and mean nothing: a geocoder's fallback, headquarters. */
export const DefaultPoint = z.object({ lon: z.number(), lat: z.number(), why: z.string().min(1) });

/** Everything needed to read one feed. Kept as JSON in `data/sources`, one file a feed. */
export const SourceProfile = z.object({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(1),
  city: z.string().min(1),
  timeZone: z.string().min(1).nullable(), // IANA; null in a template: must then be given with --time-zone
  about: z.string().default(''), // where it comes from and what was decided about its warts
  format: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('csv'),
        delimiter: z.string().length(1).default(','),
        quote: z.string().length(1).default('"'),
        encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).default('utf-8'),
      }),
      z.object({ kind: z.literal('ndjson') }),
    ])
    .default({ kind: 'csv', delimiter: ',', quote: '"', encoding: 'utf-8' }),
  columns: ColumnMapping,
  optional: z // fields whose columns may be missing from a file: then empty, and noted
    .array(ColumnMapping.keyof())
    .default(['to', 'address', 'disposition', 'priority', 'origin', 'beat', 'version']),
  times: z.array(TimeSpan).min(1),
  timePrecision: TimePrecision,
  earliest: LocalDate.default('1970-01-02'), // a call before this is a wrong date, not an old call
  crs: z.string().default('EPSG:4326'), // of lon and lat; a code or definition that proj4 knows
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().default(null), // west, south, east, north
  defaultPoints: z.array(DefaultPoint).default([]),
  geocode: Geocode.nullable().default(null),
  precision: Precision, // of a place that is given
  types: z.object({
    table: z.string().min(1), // a key of CALL_TYPE_TABLES
    fixed: z.string().nullable().default(null), // the type of every row, where no column has it
    prefix: z.string().default(''), // put before the column's words
  }),
  origin: z
    .object({ officerValues: z.array(z.string()).default([]), otherwise: z.enum(['public', 'officer']) })
    .default({ officerValues: [], otherwise: 'public' }),
  dedupe: z.object({
    key: z.array(z.string()).default([]), // columns of the file; two rows that agree in all are one record. Empty: id, time, type, place
    withoutId: z.enum(['duplicate', 'keep']), // what identical rows without an id are
  }),
  expectedEveryHours: z.number().positive().nullable(), // null: a finished file, never stale
  staleAfterHours: StaleAfter.optional(), // of the newest call; usually 1.5 and 3 times as long as expected
  reportingLagDays: z.number().int().nonnegative().default(0),
  gaps: z.array(z.object({ from: LocalDate, to: LocalDate, why: z.string() })).default([]), // known holes: not zero calls
});
export type SourceProfile = z.infer<typeof SourceProfile>;
