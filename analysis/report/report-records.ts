import type { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import type { Contact, GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import type { Group } from '#data/schema/records/group.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Person } from '#data/schema/records/person.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';

/** The records that a report is drafted from; contacts, meetings, updates and entries of the period and around it. */
export type ReportRecords = {
  readonly people: readonly Pick<Person, 'personId' | 'name' | 'title' | 'role'>[];
  readonly groups: readonly Pick<Group, 'groupId' | 'name' | 'status' | 'liaisonId' | 'kind'>[];
  readonly contacts: readonly Contact[];
  readonly meetings: readonly Meeting[];
  readonly concerns: readonly Concern[];
  readonly updates: readonly ConcernUpdate[];
  readonly referrals: readonly Referral[];
  readonly entries: readonly RegisterEntry[];
  readonly promises: readonly GroupPromise[];
  readonly notices: readonly Notice[];
};

/** "CRO Whitlock", or the id where the person is not here. */
export function personInWords({ people }: ReportRecords, personId: string | null): string {
  if (personId === null) return 'nobody';
  const found = people.find((person) => person.personId === personId);
  return found ? `${found.title} ${found.name}`.trim() : personId;
}

export const groupInWords = ({ groups }: ReportRecords, groupId: string): string =>
  groups.find((group) => group.groupId === groupId)?.name ?? groupId;

/** A staff title where there is one; else the first words of the resident's. */
export function concernTitle({ title, words }: Pick<Concern, 'title' | 'words'>): string {
  if (title !== '') return title;
  return words.length <= 80 ? words : `${words.slice(0, 77).trimEnd()}…`;
}

/** "CRO Whitlock, CRO Ames and CRO Oduya" */
export function listedNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
