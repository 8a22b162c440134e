import { daysBetween } from '#analysis/shared/days.ts';
import type { PolicyChoices } from '#data/policy/choices.ts';
import type { Person } from '#data/schema/records/person.ts';
import type { Role } from '#data/schema/release-level.ts';

/** Where and when duties are looked for. */
export type DutyScene = {
  readonly today: string;
  readonly choices: PolicyChoices;
  readonly people: readonly Pick<Person, 'personId' | 'name' | 'title' | 'role' | 'isActive'>[];
};

const SHORT_NOTICE_DAYS = 7; // of what is counted in days or a month, "soon" is the last week

/** An open duty by its day: late once it has passed, soon in the last week. */
export function openState(dueOn: string | null, today: string, soonDays = SHORT_NOTICE_DAYS): 'due' | 'soon' | 'late' {
  if (dueOn === null) return 'due';
  const left = daysBetween(today, dueOn);
  if (left < 0) return 'late';
  return left <= soonDays ? 'soon' : 'due';
}

export const holdersOf = ({ people }: DutyScene, role: Role): string[] =>
  people.filter((person) => person.role === role && person.isActive).map(({ personId }) => personId);

/** Who owes what concerns a group: its liaison, or the coordinator where it has none. */
export function liaisonOf(scene: DutyScene, group: { liaisonId: string | null } | undefined): string[] {
  const liaison = scene.people.find(({ personId, isActive }) => isActive && personId === group?.liaisonId);
  return liaison ? [liaison.personId] : holdersOf(scene, 'coordinator');
}
