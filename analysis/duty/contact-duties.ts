import { addDays } from '#analysis/shared/days.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Contact, PlannedContact } from '#data/schema/records/contact.ts';
import type { Designation, Group } from '#data/schema/records/group.ts';
import { type DutyScene, liaisonOf } from './duty-state.ts';
import { type ClockGroup, clockOf, findMissedSpan, type GroupClock } from './group-clock.ts';
import type { Span } from './spans.ts';

export type ContactRows = {
  readonly groups: readonly Pick<Group, 'groupId' | 'name' | 'kind' | 'liaisonId' | 'createdAt'>[];
  readonly designations: readonly Pick<Designation, 'groupId' | 'status' | 'decidedOn'>[];
  readonly contacts: readonly Pick<Contact, 'contactId' | 'groupId' | 'result' | 'at'>[];
  readonly plans: readonly Pick<PlannedContact, 'groupId' | 'on' | 'what'>[]; // planned meetings among them
  readonly toldKeys: ReadonlySet<string>; // onceKeys of the notices that exist
};

/** The key under which the commander is told once of a quarter without contact. */
export const noContactKey = (groupId: string, { label }: Span): string => `no-contact/${groupId}/${label}`;

export type MissedContact = { readonly groupId: string; readonly span: Span; readonly isTold: boolean };

/** The clock of every active group, by group. */
export function clocksOf(scene: DutyScene, rows: ContactRows): Map<string, GroupClock> {
  const { today, choices } = scene;
  const options = { clock: choices.quarterClock, soonDays: choices.soonDays };
  const clocks = livesOf(rows).map(({ life, contacts, plans }) => clockOf(life, contacts, plans, today, options));
  return new Map(clocks.filter((clock) => clock !== null).map((clock) => [clock.groupId, clock]));
}

/** Groups whose last quarter passed without contact, told or not. */
export function findMissedContacts({ today, choices }: DutyScene, rows: ContactRows): MissedContact[] {
  return livesOf(rows).flatMap(({ life, contacts }) => {
    const span = findMissedSpan(life, contacts, today, { clock: choices.quarterClock });
    if (span === null) return [];
    return [{ groupId: life.groupId, span, isTold: rows.toldKeys.has(noContactKey(life.groupId, span)) }];
  });
}

/** Contact each quarter, and the notice where a quarter passed without (1902.2 C). */
export function findContactDuties(scene: DutyScene, rows: ContactRows): Duty[] {
  const groupOf = new Map(rows.groups.map((group) => [group.groupId, group]));
  const contacts = [...clocksOf(scene, rows).values()].map((clock): Duty => {
    const group = groupOf.get(clock.groupId);
    return {
      dutyId: `1902.2 C/${clock.groupId}/${clock.span.label}`,
      clause: '1902.2 C',
      what: `Contact with ${group?.name ?? clock.groupId}`,
      subject: clock.groupId,
      owes: liaisonOf(scene, group),
      state: clock.state,
      startsOn: clock.span.from,
      dueOn: clock.dueOn,
      doneOn: clock.state === 'done' ? (clock.reached?.on ?? null) : null,
      proof: clock.reached ? [clock.reached.contactId] : [],
    };
  });
  const notices = findMissedContacts(scene, rows).map(({ groupId, span, isTold }): Duty => {
    const group = groupOf.get(groupId);
    return {
      dutyId: `1902.2 C/notice/${groupId}/${span.label}`,
      clause: '1902.2 C',
      what: `Tell the section commander: a quarter without contact with ${group?.name ?? groupId}`,
      subject: groupId,
      owes: liaisonOf(scene, group),
      state: isTold ? 'done' : 'late',
      startsOn: span.from,
      dueOn: addDays(span.to, 1),
      doneOn: isTold ? addDays(span.to, 1) : null,
      proof: isTold ? [noContactKey(groupId, span)] : [],
    };
  });
  return [...contacts, ...notices];
}

function livesOf({ groups, designations, contacts, plans }: ContactRows) {
  const turnsOf = gather(designations, ({ status, decidedOn }) => ({ on: decidedOn, status }));
  const contactsOf = gather(contacts, ({ contactId, result, at }) => ({ contactId, result, on: at.slice(0, 10) }));
  const plansOf = gather(plans, ({ on, what }) => ({ on, what }));
  const formed = groups.filter(({ kind }) => kind !== 'neighborhood'); // where none has formed there is nobody to reach
  return formed.map(({ groupId, createdAt }) => {
    const turns = (turnsOf.get(groupId) ?? []).sort((a, b) => a.on.localeCompare(b.on));
    const life: ClockGroup = { groupId, foundedOn: createdAt.slice(0, 10), turns };
    return { life, contacts: contactsOf.get(groupId) ?? [], plans: plansOf.get(groupId) ?? [] };
  });
}

function gather<Row extends { groupId: string }, To>(rows: readonly Row[], to: (row: Row) => To): Map<string, To[]> {
  const gathered = new Map<string, To[]>();
  for (const row of rows) gathered.set(row.groupId, [...(gathered.get(row.groupId) ?? []), to(row)]);
  return gathered;
}
