import { z } from 'zod';
import { PolicyChoices } from '#data/policy/choices.ts';
import { Duty } from '#data/schema/policy.ts';
import { LocalDate } from './common.ts';
import { Contact, PlannedContact } from './contact.ts';
import { BoundaryGeometry } from './group.ts';
import { Notice } from './notice.ts';
import { Person } from './person.ts';

export const PersonName = Person.pick({ personId: true, name: true, title: true, role: true });
export type PersonName = z.infer<typeof PersonName>;

/** What is owed, with the names of who owes it and how the policies in force stand. */
export const DutyList = z.object({
  today: LocalDate,
  duties: z.array(Duty),
  people: z.array(PersonName),
  policies: z.array(
    z.object({ profileId: z.string(), title: z.string(), department: z.string(), reviewDueOn: LocalDate.nullable() }),
  ),
});
export type DutyList = z.infer<typeof DutyList>;

const Clock = z.object({
  span: z.object({ label: z.string(), from: LocalDate, to: LocalDate }),
  owed: z.boolean(),
  state: z.enum(['done', 'planned', 'due', 'soon', 'late']),
  dueOn: LocalDate.nullable(),
  daysLeft: z.number().int().nullable(),
  attempts: z.number().int(),
  plan: z.object({ on: LocalDate, what: z.string() }).nullable(),
});

/** One group on the quarter board: its clock, its marks, and what the commander was told. */
export const BoardGroup = z.object({
  groupId: z.string(),
  name: z.string(),
  liaisonId: z.string().nullable(),
  clock: Clock.nullable(), // null: inactive, it has no clock
  inactive: z
    .object({ decidedOn: LocalDate, decidedBy: z.string(), reason: z.string(), reviewOn: LocalDate.nullable() })
    .nullable(),
  marks: z.array(Contact.pick({ contactId: true, at: true, result: true, way: true, officerId: true, topics: true })),
  plans: z.array(PlannedContact.pick({ plannedId: true, on: true, what: true, revision: true })),
  lastMadeOn: LocalDate.nullable(),
  missed: z.object({ label: z.string(), from: LocalDate, to: LocalDate }).nullable(), // the last quarter without contact
  notice: Notice.nullable(), // the newest no-contact notice of the group
  representatives: z.array(z.object({ representativeId: z.string(), name: z.string(), position: z.string() })),
  geometry: BoundaryGeometry.nullable(), // as it is today
});
export type BoardGroup = z.infer<typeof BoardGroup>;

export const DutyBoard = z.object({
  today: LocalDate,
  quarter: z.object({ label: z.string(), from: LocalDate, to: LocalDate }),
  choices: PolicyChoices, // its quarter clock is the one looked at
  chosenClock: PolicyChoices.shape.quarterClock, // the department's own: only by it is anything owed
  groups: z.array(BoardGroup),
  people: z.array(PersonName),
});
export type DutyBoard = z.infer<typeof DutyBoard>;
