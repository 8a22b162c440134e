import { REGISTER, stateOf } from '#data/register/catalog.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { type DutyScene, holdersOf, openState } from './duty-state.ts';
import { quarterOf } from './spans.ts';

export type RegisterRows = {
  readonly entries: readonly Pick<
    RegisterEntry,
    'entryId' | 'kind' | 'title' | 'status' | 'ownerId' | 'happenedOn' | 'dueOn' | 'fields'
  >[];
};
type Entry = RegisterRows['entries'][number];

/** What the register's open entries fall due on, and the activity of each program this quarter. */
export function findRegisterDuties(scene: DutyScene, { entries }: RegisterRows): Duty[] {
  const programs = entries.filter(({ kind, status }) => kind === 'program' && status === 'active');
  const activities = entries.filter(({ kind }) => kind === 'program-activity');
  return [
    ...entries.filter(isOwed).map((entry) => entryDuty(scene, entry)),
    ...programs.map((program) => programDuty(scene, program, activities)),
  ];
}

const isOwed = ({ kind, status, dueOn }: Entry): boolean =>
  dueOn !== null && kind !== 'program' && stateOf(kind, status)?.isOpen === true;

function entryDuty(scene: DutyScene, { entryId, kind, title, ownerId, happenedOn, dueOn }: Entry): Duty {
  const spec = REGISTER[kind];
  const clause = clauseInForce(scene, spec.clauses);
  return {
    dutyId: `${clause}/${entryId}`,
    clause,
    what: `${spec.dueOn ?? 'Due'}: ${title}`,
    subject: entryId,
    owes: ownerId === null ? holdersOf(scene, 'coordinator') : [ownerId],
    state: openState(dueOn, scene.today),
    startsOn: happenedOn,
    dueOn,
    doneOn: null,
    proof: [],
  };
}

/** A clause that the department's own policies hold, where a kind serves more than one. */
const clauseInForce = ({ choices }: DutyScene, clauses: readonly string[]): string =>
  clauses.find((clause) => clause.startsWith('V.') === (choices.profiles[0] === 'andover-p3103')) ?? clauses[0] ?? '';

function programDuty(scene: DutyScene, program: Entry, activities: readonly Entry[]): Duty {
  const quarter = quarterOf(scene.today);
  const letter = program.fields.letter;
  const clause = typeof letter === 'string' && letter !== '' ? `V.A.1.${letter}` : 'V.A.3';
  const done = activities
    .filter(({ fields, happenedOn }) => fields.programId === program.entryId && quarter.from <= happenedOn)
    .sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
  return {
    dutyId: `${clause}/${program.entryId}/${quarter.label}`,
    clause,
    what: `Activity of ${program.title}`,
    subject: program.entryId,
    owes: program.ownerId === null ? holdersOf(scene, 'coordinator') : [program.ownerId],
    state: done.length > 0 ? 'done' : 'due',
    startsOn: quarter.from,
    dueOn: null,
    doneOn: done[0]?.happenedOn ?? null,
    proof: done.map(({ entryId }) => entryId),
  };
}
