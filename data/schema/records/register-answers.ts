import { z } from 'zod';
import { GroupKind } from '#data/schema/area.ts';
import { Role } from '#data/schema/release-level.ts';
import { LocalDate, LocalMoment, ReleaseScope, Words } from './common.ts';
import { RegisterEntry, RegisterEntryFields, RegisterKind } from './register.ts';

/** What a person writes of an entry. */
export const EntryBody = RegisterEntryFields.omit({ kind: true, release: true });
export const EntryChange = EntryBody.partial().extend({ revision: z.number().int().positive() });

export const ReleaseBody = z.object({
  revision: z.number().int().positive(),
  to: ReleaseScope,
  why: Words(500),
  cleared: z.array(z.string().max(200)).max(100),
});
export const DecisionBody = z.object({
  revision: z.number().int().positive(),
  verdict: z.enum(['approved', 'declined']),
  words: Words(1000),
});

export const EntryList = z.object({ entries: z.array(RegisterEntry), total: z.number().int() });
export const EntryPage = z.object({
  entry: RegisterEntry,
  linked: z.array(RegisterEntry), // entries that it names, and that name it
  privateWords: z.array(z.object({ what: z.enum(['name', 'phone', 'e-mail', 'address']), words: z.string() })), // in what would leave with it
});
export type EntryPage = z.infer<typeof EntryPage>;

const marks = z.object({ soon: z.number(), late: z.number(), lapsed: z.number(), waits: z.number() });
export const KindCounts = z.array(
  z.object({ kind: RegisterKind, total: z.number(), open: z.number(), marks, lastOn: LocalDate.nullable() }),
);
export type KindCounts = z.infer<typeof KindCounts>;

const GroupName = z.object({ groupId: z.string(), name: z.string(), kind: GroupKind.or(z.literal('neighborhood')) });
export const RegisterChoices = z.object({
  today: LocalDate,
  me: z.object({ personId: z.string(), role: Role }),
  people: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string(), role: Role })),
  groups: z.array(GroupName.extend({ status: z.enum(['active', 'inactive']) })),
  concerns: z.array(z.object({ concernId: z.string(), title: z.string(), place: z.string(), status: z.string() })),
  surveyLeastAnswers: z.number().int(), // the department's choice: fewer people could be recognized
});
export type RegisterChoices = z.infer<typeof RegisterChoices>;

export const ActivityTotals = z.array(
  z.object({
    programId: z.string(),
    program: z.string(),
    groupId: z.string().nullable(),
    quarter: z.string(), // 2026-Q4
    times: z.number(),
    peopleReached: z.number(),
  }),
);
export type ActivityTotals = z.infer<typeof ActivityTotals>;

export const LiaisonCoverage = z.object({ groups: z.number(), without: z.array(GroupName) });
export const ObjectiveReaders = z.object({
  noticeId: z.string().nullable(),
  readers: z.array(
    z.object({ personId: z.string(), name: z.string(), title: z.string(), readAt: LocalMoment.nullable() }),
  ),
});

const evidence = z.object({
  signal: z.enum(['concerns', 'calls', 'old-open']),
  rule: z.string(),
  baseline: z.string(),
  period: z.string(),
  rows: z.array(z.string()),
});
export const EarlyWarnings = z.array(
  z.object({
    subject: z.string(),
    groupId: z.string(),
    group: z.string(),
    category: z.string().nullable(),
    tail: z.number(),
    evidence: z.array(evidence),
  }),
);
export type EarlyWarnings = z.infer<typeof EarlyWarnings>;

const shownArea = z.union([
  z.object({ area: z.string(), withheld: z.enum(['few-answers', 'protects-another']) }),
  z.object({
    area: z.string(),
    withheld: z.null(),
    answers: z.number(),
    favorable: z.number(),
    percent: z.number(),
    margin: z.number(),
  }),
]);
export const SurveyAnswers = z.array(
  z.object({
    question: z.string(),
    words: z.string(),
    favorable: z.string(),
    answer: z.object({
      areas: z.array(shownArea),
      whole: z.object({ answers: z.number(), percent: z.number(), margin: z.number() }).nullable(),
    }),
  }),
);
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;
