import { z } from 'zod';
import { GroupKind } from '#data/schema/area.ts';
import { Kept, LocalDate, Words } from './common.ts';

export const GroupFields = z.object({
  name: Words(120),
  kind: GroupKind.or(z.literal('neighborhood')), // neighborhood: none has formed there (P3103 V.B.2.a)
  district: z.string().nullable(), // areaId
  liaisonId: z.string().nullable(), // personId of the officer
  meetingPattern: z.string().max(200), // Second Tuesday, 7 pm, library
  attendTargetPercent: z.number().int().min(0).max(100), // of its meetings (1902.2 A.5)
  residents: z.number().int().nonnegative().nullable(),
  addresses: z.number().int().nonnegative().nullable(),
  language: z.enum(['en', 'es']),
});
export type GroupFields = z.infer<typeof GroupFields>;

export const Group = GroupFields.extend(Kept.shape).extend({
  groupId: z.string().min(1), // the areaId of its boundary
  status: z.enum(['active', 'inactive']),
});
export type Group = z.infer<typeof Group>;

/** Each change of status is kept, with who and why (1902.2 C). */
export const Designation = z.object({
  designationId: z.string(),
  groupId: z.string(),
  status: z.enum(['active', 'inactive']),
  reason: Words(1000),
  decidedOn: LocalDate,
  decidedBy: z.string(),
  reviewOn: LocalDate.nullable(),
});
export type Designation = z.infer<typeof Designation>;

export const RepresentativeFields = z.object({
  name: Words(120),
  position: Words(80), // president, contact person, manager …
  isLeader: z.boolean(),
  email: z.email().nullable(),
  phone: z.string().max(40).nullable(),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
});
export const Representative = RepresentativeFields.extend(Kept.shape).extend({
  representativeId: z.string(),
  groupId: z.string(),
});
export type Representative = z.infer<typeof Representative>;

const Ring = z.array(z.tuple([z.number(), z.number()])).min(4);
export const BoundaryGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
]);

/** A group's ground for a span of days; versions of one group never overlap in time (the database refuses it). */
export const BoundaryVersionFields = z.object({
  validFrom: LocalDate,
  geometry: BoundaryGeometry, // of a point group: the circle as drawn
  center: z.tuple([z.number(), z.number()]).nullable(), // a group kept as point and radius
  radiusMeters: z.number().positive().max(20_000).nullable(),
  reason: Words(500),
});
export const BoundaryVersion = BoundaryVersionFields.extend({
  versionId: z.string(),
  groupId: z.string(),
  validTo: LocalDate.nullable(), // exclusive: the day the next one begins
  createdAt: z.string(),
  createdBy: z.string(),
});
export type BoundaryVersion = z.infer<typeof BoundaryVersion>;

/** Whether a version holds on any day: one that was drawn anew before it began ends where it begins. */
export const everHolds = ({ validFrom, validTo }: Pick<BoundaryVersion, 'validFrom' | 'validTo'>): boolean =>
  validTo === null || validFrom < validTo;
