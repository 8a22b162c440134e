import type { ReleaseScope } from '#data/schema/records/common.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import type { Role } from '#data/schema/release-level.ts';

export type Choice = { readonly value: string; readonly label: string };

/** One question of an assessment, answered yes or no, with what is recommended where it is no. */
export type CheckItem = { readonly item: string; readonly heading: string; readonly label: string };

type FieldType =
  | { readonly type: 'words'; readonly longest: number; readonly lines?: number }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'count'; readonly most: number; readonly unit?: string }
  | { readonly type: 'date' | 'yes-no' | 'person' | 'group' }
  | { readonly type: 'entry'; readonly of: RegisterKind }
  | { readonly type: 'list'; readonly each: string } // short lines, one thing a line
  | { readonly type: 'rows'; readonly each: string; readonly most: number; readonly columns: readonly RegisterField[] }
  | { readonly type: 'checklist'; readonly items: readonly CheckItem[] };

/** One field of a kind: what it is called, what it takes, and where it stands on the page. */
export type RegisterField = {
  readonly name: string;
  readonly label: string;
  readonly section?: string; // a heading of the page; none inside rows
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly isMade?: boolean; // written by the server, shown and never asked for
} & FieldType;

export type RegisterState = { readonly value: string; readonly label: string; readonly isOpen: boolean };

/** A kind of the register as data: routes, checks and screens are made from it. */
export type KindSpec = {
  readonly kind: RegisterKind;
  readonly letters: string; // of its references: AS-0012
  readonly title: string; // Assessments
  readonly one: string; // assessment
  readonly clauses: readonly string[]; // as the clause table prints them
  readonly about: string; // one sentence on its page
  readonly states: readonly [RegisterState, ...RegisterState[]]; // an entry begins in the first
  readonly happenedOn: string; // what its day means
  readonly dueOn: string | null; // what falls due; null where nothing does
  readonly owner: string; // what its person is to it
  readonly group: 'required' | 'optional' | 'none';
  readonly farthest: ReleaseScope; // how far a person may let it out
  readonly tells: readonly string[]; // the fields that leave with it, beside its title
  readonly needsChief: boolean; // approved by the chief before it counts
  readonly keepers: readonly Role[] | null; // who keeps it; null: whoever may write the register
  readonly fields: readonly RegisterField[];
};

/** Those who lead the program: the coordinator and the commanders of the division. */
export const LEADERS: readonly Role[] = ['coordinator', 'section-commander', 'division-commander'];

export const choices = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label) => ({ value: toValue(label), label }));

const toValue = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export const open = (value: string, label: string): RegisterState => ({ value, label, isOpen: true });
export const closed = (value: string, label: string): RegisterState => ({ value, label, isOpen: false });
