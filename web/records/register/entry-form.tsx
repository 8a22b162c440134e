import { useState } from 'react';
import { REGISTER } from '#data/register/catalog.ts';
import type { RegisterField } from '#data/register/field.ts';
import { fieldsFor } from '#data/register/fields-schema.ts';
import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import type { Act } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { changedWords } from './changed.ts';
import { type Draft, toDraft } from './draft.ts';
import css from './entry.module.css';
import { FieldInput } from './field-input.tsx';
import { useCountsOnly } from './use-counts-only.ts';
import { words } from './words.ts';

type Props = {
  kind: RegisterKind;
  begun: Draft; // as it was when the writing began
  current: RegisterEntry | null; // as it is on the server now; null while it is new
  choices: RegisterChoices;
  act: Act;
  onSend: (draft: Draft) => void;
  onClose: () => void;
};

/** The form of any kind, made from its description. What was typed stays until it is taken. */
export function EntryForm({ kind, begun, current, choices, act, onSend, onClose }: Props) {
  const spec = REGISTER[kind];
  const [draft, setDraft] = useState(begun);
  const countsOnly = useCountsOnly(kind, draft.fields.programId);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const fields = fieldsFor(kind, { ...draft.fields, countsOnly }).filter(({ isMade }) => !isMade);
  const isBare = fields.length < spec.fields.filter(({ isMade }) => !isMade).length;
  const send = () =>
    onSend({
      ...draft,
      title: draft.title.trim() === '' && isBare ? spec.one : draft.title,
      fields: Object.fromEntries(
        Object.entries(draft.fields)
          .filter(
            ([name]) =>
              fields.some((field) => field.name === name) || (current !== null && isMadeBy(spec.fields, name)),
          )
          .map(([name, value]) => [name, withoutEmptyLines(value)]),
      ),
    });
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isSending) send();
      }}
    >
      {act.isConflict && current && (
        <Notice
          kind="stale"
          title={words.conflictTitle}
          actions={<Button onClick={() => setDraft(toDraft(current))}>{words.takeTheirs}</Button>}
        >
          {words.conflict}
          <ul className={css.theirs}>
            {changedWords(kind, begun, current, choices).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      {act.trouble && !act.isConflict && (
        <Notice kind="fault" title={words.refused}>
          {act.trouble.message}
        </Notice>
      )}
      {isBare && <Notice kind="locked" title={kind === 'training-need' ? words.officeNumbers : words.countsOnly} />}
      <Common {...{ kind, draft, set, choices, isBare, faultOf: act.fault }} />
      {sectionsOf(fields).map(([section, inside]) => (
        <fieldset key={section} className={css.section}>
          <legend>{section}</legend>
          {inside.map((field) => (
            <div key={field.name} className={isWide(field) ? css.wide : undefined}>
              <FieldInput
                field={field}
                value={draft.fields[field.name]}
                onChange={(value) => set({ fields: { ...draft.fields, [field.name]: value } })}
                choices={choices}
                faultOf={act.fault}
                path={`fields.${field.name}`}
              />
            </div>
          ))}
        </fieldset>
      ))}
      <div className={css.end}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="filled" type="submit" unavailable={act.isSending ? words.saving : undefined}>
          {current === null ? words.begin : words.save}
        </Button>
      </div>
    </form>
  );
}

/** What every entry has, whatever its kind. */
function Common({
  kind,
  draft,
  set,
  choices,
  isBare,
  faultOf,
}: {
  kind: RegisterKind;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  choices: RegisterChoices;
  isBare: boolean;
  faultOf: (path: string) => string | undefined;
}) {
  const spec = REGISTER[kind];
  const people = choices.people.map(({ personId, name, title }) => ({
    value: personId,
    label: `${title} ${name}`.trim(),
  }));
  const groups = choices.groups.map(({ groupId, name }) => ({ value: groupId, label: name }));
  return (
    <fieldset className={css.section}>
      <legend className="visually-hidden">{words.record}</legend>
      {!isBare && (
        <div className={css.wide}>
          <Field
            label={`${words.titleField} *`}
            value={draft.title}
            maxLength={200}
            fault={faultOf('title')}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        </div>
      )}
      <ListField
        label={words.state}
        value={draft.status}
        fault={faultOf('status')}
        choices={spec.states}
        onPick={(status) => set({ status })}
      />
      <ListField
        label={spec.owner}
        value={draft.ownerId ?? ''}
        fault={faultOf('ownerId')}
        choices={[{ value: '', label: words.noOne }, ...people]}
        onPick={(ownerId) => set({ ownerId: ownerId || null })}
      />
      <Field
        label={spec.happenedOn}
        type="date"
        required
        value={draft.happenedOn}
        fault={faultOf('happenedOn')}
        onChange={(event) => set({ happenedOn: event.currentTarget.value })}
      />
      {spec.dueOn && (
        <Field
          label={spec.dueOn}
          type="date"
          value={draft.dueOn ?? ''}
          fault={faultOf('dueOn')}
          onChange={(event) => set({ dueOn: event.currentTarget.value || null })}
        />
      )}
      {spec.group !== 'none' && !isBare && (
        <ListField
          label={spec.group === 'required' ? `${words.group} *` : words.group}
          value={draft.groupId ?? ''}
          fault={faultOf('groupId')}
          choices={[{ value: '', label: words.noGroup }, ...groups]}
          onPick={(groupId) => set({ groupId: groupId || null })}
        />
      )}
      {!isBare && (
        <Field
          label={words.concerns}
          hint={words.concernsHint}
          defaultValue={draft.concernIds.join(', ')}
          fault={faultOf('concernIds') ?? faultOf('concernIds.0')}
          onChange={(event) =>
            set({ concernIds: event.currentTarget.value.split(/[\s,;]+/).filter((id) => id !== '') })
          }
        />
      )}
    </fieldset>
  );
}

const isMadeBy = (fields: readonly RegisterField[], name: string): boolean =>
  fields.some((field) => field.name === name && field.isMade);

const withoutEmptyLines = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((line) => typeof line !== 'string' || line.trim() !== '') : value;

const isWide = (field: RegisterField): boolean =>
  ['rows', 'checklist', 'list'].includes(field.type) || (field.type === 'words' && field.longest > 150);

function sectionsOf(fields: readonly RegisterField[]): [string, RegisterField[]][] {
  const sections = new Map<string, RegisterField[]>();
  for (const field of fields) sections.set(field.section ?? '', [...(sections.get(field.section ?? '') ?? []), field]);
  return [...sections];
}
