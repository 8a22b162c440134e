import { type Pattern, PatternType, SensitivityLabel } from '#data/schema/records/pattern.ts';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Chosen } from './chosen.tsx';
import { SYNOPSIS } from './draft.ts';
import css from './pattern.module.css';
import type { DraftDesk } from './use-draft.ts';
import { useGroupNames } from './use-pattern.ts';
import { words } from './words.ts';

const RELEASES: readonly Pattern['release'][] = ['internal', 'group', 'public'];
const LONGEST_PART = 800;

/** What the bulletin says, field by field; the calls have drafted it, a person answers for it. */
export function Fields({ desk, onRedraft }: { desk: DraftDesk; onRedraft: (() => void) | null }) {
  const { draft, change, fault } = desk;
  return (
    <>
      <Field
        label={words.name}
        value={draft.name}
        maxLength={120}
        fault={fault('name')}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <ListField
        label={words.type}
        hint={words.meanings[draft.type]}
        value={draft.type}
        choices={PatternType.options.map((value) => ({ value, label: words.types[value] }))}
        fault={fault('type')}
        onPick={(type) => change({ type })}
      />
      <div className={css.pair}>
        <Field
          type="date"
          label={words.from}
          value={draft.from}
          max={draft.to}
          fault={fault('from')}
          onChange={(event) => event.currentTarget.value !== '' && change({ from: event.currentTarget.value })}
        />
        <Field
          type="date"
          label={words.to}
          value={draft.to}
          min={draft.from}
          fault={fault('to')}
          onChange={(event) => event.currentTarget.value !== '' && change({ to: event.currentTarget.value })}
        />
      </div>
      <div className={css.partHead}>
        <h3>{words.synopsis}</h3>
        {onRedraft && (
          <Button look="quiet" small onClick={onRedraft}>
            {words.redraft}
          </Button>
        )}
      </div>
      {SYNOPSIS.map((part) => (
        <LongField
          key={part}
          label={words.parts[part]}
          rows={part === 'how' || part === 'advice' ? 2 : 3}
          maxLength={LONGEST_PART}
          hint={part === 'how' && draft.synopsis.how === '' ? words.howHint : undefined}
          value={draft.synopsis[part]}
          fault={fault(`synopsis.${part}`)}
          onChange={(event) => change({ synopsis: { ...draft.synopsis, [part]: event.currentTarget.value } })}
        />
      ))}
      <ListField
        label={words.label}
        hint={words.labelHint}
        value={draft.label}
        choices={SensitivityLabel.options.map((value) => ({ value, label: words.labels[value] }))}
        fault={fault('label')}
        onPick={(label) => change(label === 'open' ? { label } : { label, release: 'internal' })}
      />
      <ListField
        label={words.release}
        hint={draft.label === 'open' ? undefined : words.releaseHint}
        value={draft.release}
        choices={RELEASES.filter((value) => value === 'internal' || draft.label === 'open').map((value) => ({
          value,
          label: words.releases[value],
        }))}
        fault={fault('release')}
        onPick={(release) => change({ release })}
      />
      <GroupsField desk={desk} />
    </>
  );
}

function GroupsField({ desk: { draft, change, fault } }: { desk: DraftDesk }) {
  const { groups, groupName } = useGroupNames();
  const others = groups.filter(({ groupId }) => !draft.groupIds.includes(groupId));
  return (
    <Chosen
      label={words.groups}
      chosen={draft.groupIds.map((value) => ({ value, label: groupName(value) }))}
      others={others.map(({ groupId, name }) => ({ value: groupId, label: name }))}
      none={words.noGroup}
      addLabel={words.addGroup}
      removeLabel={words.removeGroup}
      fault={fault('groupIds')}
      onChange={(groupIds) => change({ groupIds })}
    />
  );
}
