import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { REGISTER } from '#data/register/catalog.ts';
import { Group, type GroupFields } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { GROUPS, useGroups } from './use-groups.ts';
import { words } from './words.ts';

const NEW: GroupFields = {
  ...{ name: '', kind: 'association', district: null, liaisonId: null, meetingPattern: '' },
  ...{ attendTargetPercent: 100, residents: null, addresses: null, language: 'en' },
};

/** A group's entry in the registry, new or changed. */
export function GroupDialog({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const navigate = useNavigate();
  const act = useAct([GROUPS, ['concern-names'], ['duties']]);
  const { people, nameOf } = useConcernNames();
  const { data: known = [] } = useGroups();
  const { role } = useSession();
  const { keepers } = REGISTER.liaison;
  const mayAssign = keepers === null || keepers.includes(role);
  const [fields, setFields] = useState<GroupFields>(group === null ? NEW : fieldsOf(group));
  const write = (changed: Partial<GroupFields>) => setFields((before) => ({ ...before, ...changed }));
  const save = () =>
    group === null
      ? send(Group, 'POST', '/api/records/groups', { ...fields, groupId: idOf(fields.name) })
      : send(Group, 'PUT', `/api/records/groups/${group.groupId}`, { ...fields, revision: group.revision });
  const districts = [...new Set(known.flatMap(({ district }) => district ?? []))].sort();
  return (
    <FormDialog
      title={group === null ? words.addTitle : words.changeTitle(group.name)}
      sends={words.sends}
      act={act}
      onClose={onClose}
      unavailable={idOf(fields.name) === '' ? words.nameFirst : undefined}
      meanwhile={
        group && <p>{words.asItIs(group.name, group.liaisonId === null ? words.nobody : nameOf(group.liaisonId))}</p>
      }
      onSend={async () => {
        if (!(await act.send(save))) return;
        onClose();
        if (group === null) void navigate({ to: '/groups/$groupId', params: { groupId: idOf(fields.name) } });
      }}
    >
      <Field
        label={words.name}
        required
        maxLength={120}
        value={fields.name}
        fault={act.fault('name') ?? act.fault('groupId')}
        onChange={(event) => write({ name: event.currentTarget.value })}
      />
      <ListField label={words.kind} choices={KINDS} value={fields.kind} onPick={(kind) => write({ kind })} />
      <ListField
        label={words.inDistrict}
        choices={['', ...districts].map((value) => ({ value, label: words.district(value === '' ? null : value) }))}
        value={fields.district ?? ''}
        onPick={(district) => write({ district: district === '' ? null : district })}
      />
      <ListField
        label={words.liaison}
        hint={mayAssign ? undefined : words.liaisonHint}
        disabled={!mayAssign}
        choices={[
          { value: '', label: words.nobody },
          ...people.map(({ personId, name, title }) => ({ value: personId, label: `${title} ${name}` })),
        ]}
        value={fields.liaisonId ?? ''}
        fault={act.fault('liaisonId')}
        onPick={(liaisonId) => write({ liaisonId: liaisonId === '' ? null : liaisonId })}
      />
      <Field
        label={words.meets}
        hint={words.meetsHint}
        maxLength={200}
        value={fields.meetingPattern}
        fault={act.fault('meetingPattern')}
        onChange={(event) => write({ meetingPattern: event.currentTarget.value })}
      />
      <Field
        label={words.attend}
        unit="%"
        type="number"
        min={0}
        max={100}
        value={fields.attendTargetPercent}
        fault={act.fault('attendTargetPercent')}
        onChange={(event) => write({ attendTargetPercent: Number(event.currentTarget.value) })}
      />
      {(['residents', 'addresses'] as const).map((each) => (
        <Field
          key={each}
          label={words[each]}
          type="number"
          min={0}
          value={fields[each] ?? ''}
          fault={act.fault(each)}
          onChange={({ currentTarget: { value } }) => write({ [each]: value === '' ? null : Number(value) })}
        />
      ))}
      <ListField
        label={words.language}
        choices={LANGUAGES}
        value={fields.language}
        onPick={(language) => write({ language })}
      />
    </FormDialog>
  );
}

const KINDS = Object.entries(words.kinds).map(([value, label]) => ({ value: value as GroupFields['kind'], label })); // keys of that record
const LANGUAGES = Object.entries(words.languages).map(([value, label]) => ({
  value: value as GroupFields['language'], // keys of that record
  label,
}));

function fieldsOf(group: Group): GroupFields {
  const { name, kind, district, liaisonId, meetingPattern, attendTargetPercent, residents, addresses, language } =
    group;
  return { name, kind, district, liaisonId, meetingPattern, attendTargetPercent, residents, addresses, language };
}

/** The name as its address says it: Pell Street Merchants is pell-street-merchants. */
const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);
