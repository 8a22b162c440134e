import { z } from 'zod';
import { LocalDate } from '#data/schema/records/common.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { REGISTER } from './catalog.ts';
import type { RegisterField } from './field.ts';
import { COUNTED_FIELDS } from './program-activity.ts';
import { BARE_NEED_FIELDS, INTERNAL_INVESTIGATIONS } from './training-need.ts';

export type FieldFault = { readonly path: string; readonly message: string };
type Checked = { fields: Record<string, unknown>; faults: [] } | { fields: null; faults: FieldFault[] };

/** The fields that an entry with these values can have: fewer where only a count, or no case, may be kept. */
export function fieldsFor(kind: RegisterKind, values: Record<string, unknown>): readonly RegisterField[] {
  if (kind === 'program-activity' && values.countsOnly === true) return COUNTED_FIELDS;
  if (kind === 'training-need' && values.sourceKind === INTERNAL_INVESTIGATIONS) return BARE_NEED_FIELDS;
  return REGISTER[kind].fields;
}

/** Checks values against a kind's own schema, made of its field descriptions; every fault names its field. */
export function checkFields(kind: RegisterKind, values: Record<string, unknown>): Checked {
  const parsed = schemaOf(fieldsFor(kind, values)).safeParse(values);
  if (parsed.success) return { fields: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) => {
    const at = ['fields', ...issue.path];
    if (issue.code !== 'unrecognized_keys') return [{ path: at.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...at, key].join('.'), message: 'No such field may be kept here.' }));
  });
  return { fields: null, faults };
}

const NEEDED = 'This is needed.';

const schemaOf = (fields: readonly RegisterField[]): z.ZodType<Record<string, unknown>> =>
  z.strictObject(Object.fromEntries(fields.map((field) => [field.name, toSchema(field)])));

function toSchema(field: RegisterField): z.ZodType {
  switch (field.type) {
    case 'words':
      return field.isRequired
        ? z.string({ error: NEEDED }).trim().min(1, NEEDED).max(field.longest)
        : z.string().trim().max(field.longest).default('');
    case 'list':
    case 'rows':
      return manyOf(field);
    case 'checklist':
      return z.partialRecord(z.enum(field.items.map(({ item }) => item)), CheckAnswer).default({});
    default: {
      const one = oneOf(field);
      return field.isRequired ? one : one.nullable().default(null);
    }
  }
}

const CheckAnswer = z.strictObject({ answer: z.enum(['yes', 'no']), note: z.string().trim().max(300).default('') });

function manyOf(field: RegisterField & { type: 'list' | 'rows' }): z.ZodType {
  const one: z.ZodType = field.type === 'list' ? z.string().trim().min(1).max(200) : schemaOf(field.columns);
  const many = z.array(one).max(field.type === 'list' ? 100 : field.most);
  return field.isRequired ? many.min(1, `At least one ${field.each} is needed.`) : many.default([]);
}

type OneValued = Exclude<RegisterField, { type: 'words' | 'list' | 'rows' | 'checklist' }>;

function oneOf(field: OneValued): z.ZodType {
  switch (field.type) {
    case 'choice':
      return z.enum(
        field.choices.map(({ value }) => value),
        { error: field.isRequired ? 'Choose one.' : 'Choose one of the list.' },
      );
    case 'count':
      return z.number({ error: 'A whole number.' }).int('A whole number.').min(0).max(field.most);
    case 'yes-no':
      return z.boolean({ error: 'Yes or no.' });
    case 'date':
      return LocalDate;
    case 'person':
    case 'group':
    case 'entry':
      return z.string({ error: NEEDED }).min(1, NEEDED).max(80);
  }
}
