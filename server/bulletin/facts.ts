import { z } from 'zod';
import { TimePrecision } from '#data/schema/call.ts';
import { LocalDate, LocalMoment, ReleaseScope } from '#data/schema/records/common.ts';
import { BoundaryGeometry } from '#data/schema/records/group.ts';
import { PatternType, SensitivityLabel, Synopsis } from '#data/schema/records/pattern.ts';

const Count = z.number().int().nonnegative();

const Head = z.object({
  patternId: z.string(),
  type: PatternType,
  from: LocalDate,
  to: LocalDate,
  label: SensitivityLabel,
  release: ReleaseScope,
  groups: z.array(z.object({ name: z.string(), geometry: BoundaryGeometry.nullable() })), // null: no boundary on the last day
  madeBy: z.string(), // as a person is named
  madeAt: LocalMoment, // the city's clock
  callsTo: LocalMoment.nullable(), // the last call that had come in; null: there are no calls here
});

/** One case of a bulletin, as the internal level may see it. Cases are numbered in the order in which they came. */
export const Case = z.object({
  number: z.number().int().positive(),
  callId: z.string(),
  receivedLocal: LocalMoment,
  timePrecision: TimePrecision,
  category: z.string(),
  placeKey: z.string().nullable(),
  addressBlock: z.string().nullable(),
  place: z.tuple([z.number(), z.number()]).nullable(), // lon, lat; null: not on the map
  groups: z.array(z.string()), // names of those whose ground it lies in
});
export type Case = z.infer<typeof Case>;

/** What a bulletin for the department says. */
export const CaseFacts = Head.extend({
  edition: z.literal('cases'),
  name: z.string(),
  code: z.string().nullable(),
  synopsis: Synopsis,
  cases: z.array(Case),
  leftOut: Count, // looked at, and judged not to fit
  heldBack: Count, // of kinds that only analysts and commanders may see
  missing: Count, // calls that are not in the store anymore
});
export type CaseFacts = z.infer<typeof CaseFacts>;

/**
 * What a bulletin says that may leave the department: no case, no place, no words that a person wrote freely. Null is a
 * count of 1 to 4, which is not told.
 */
export const OpenFacts = Head.extend({
  edition: z.literal('open'),
  kinds: z.array(z.object({ label: z.string(), count: Count.min(5) })), // those with five or more
  otherKinds: Count.min(5).nullable().or(z.literal(0)), // of all kinds with fewer, together
  hours: z.array(z.string()), // parts of the week with five or more, in words
  withoutHour: z.boolean(), // of some the hour is not known
});
export type OpenFacts = z.infer<typeof OpenFacts>;

/** The facts of a bulletin: all that its pages are made from. Frozen when it is sent. */
export const BulletinFacts = z.discriminatedUnion('edition', [CaseFacts, OpenFacts]);
export type BulletinFacts = z.infer<typeof BulletinFacts>;
