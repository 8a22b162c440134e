import { z } from 'zod';
import { Kept, LocalDate, LocalMoment, ReleaseScope, Words } from './common.ts';

/** The kinds of record that a clause asks for and that need no screen of their own: `data/register/*.ts` describes each. */
export const RegisterKind = z.enum([
  'assessment', // CPTED or security (1902.2 B.7)
  'watch', // neighborhood watch (B.8)
  'project', // problem-oriented, SARA (B.6, V.B.2.g)
  'news', // cases, events, facilities (B.2)
  'explainer', // procedures and policy in plain words (B.4)
  'explainer-given',
  'program', // V.A.1 a to n
  'program-activity',
  'proposal', // V.A.3
  'survey-wave', // V.A.1.b
  'objective', // V.B.2.b
  'liaison', // V.B.2.a
  'appointment', // V.B.1
  'policy-suggestion', // V.B.2.c
  'publication', // V.B.2.d
  'practice-change', // V.B.2.f
  'training-need', // V.B.2.h
  'analysis-request', // 1902.2 A.9
  'potential-problem', // accepted spikes, patterns, early warnings (V.A.4, V.B.3.b)
]);
export type RegisterKind = z.infer<typeof RegisterKind>;

export const RegisterEntryFields = z.object({
  kind: RegisterKind,
  groupId: z.string().nullable(),
  concernIds: z.array(z.string()).max(50),
  title: Words(200),
  status: z.string().min(1).max(40), // one of the kind's states
  ownerId: z.string().nullable(),
  happenedOn: LocalDate,
  dueOn: LocalDate.nullable(),
  release: ReleaseScope,
  fields: z.record(z.string(), z.unknown()), // checked against the kind's own schema
});
export const RegisterEntry = RegisterEntryFields.extend(Kept.shape).extend({
  entryId: z.string(), // AS-0012
  approvedBy: z.string().nullable(), // the chief, where the kind asks for it
  approvedOn: LocalDate.nullable(),
  released: z // the act by which a person let it out of the department
    .object({ by: z.string(), at: LocalMoment, why: Words(500), cleared: z.array(z.string()) }) // words looked at and let stand
    .nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;
