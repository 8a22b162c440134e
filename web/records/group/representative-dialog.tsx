import { useState } from 'react';
import { Representative } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Check, Field } from '#web/ui/field.tsx';
import { words } from './page-words.ts';
import { GROUPS } from './use-groups.ts';

/** Adds, changes or ends a representative; says before it is sent who is told (1902.3 B). */
export function RepresentativeDialog({
  groupId,
  representative,
  onClose,
}: {
  groupId: string;
  representative: Representative | null;
  onClose: () => void;
}) {
  const { nowLocal } = useSession();
  const act = useAct([GROUPS, ['duties']]);
  const [fields, setFields] = useState(() => ({
    name: representative?.name ?? '',
    position: representative?.position ?? '',
    isLeader: representative?.isLeader ?? false,
    email: representative?.email ?? '',
    phone: representative?.phone ?? '',
    validFrom: representative?.validFrom ?? nowLocal.slice(0, 10),
    validTo: representative?.validTo ?? '',
  }));
  const write = (changed: Partial<typeof fields>) => setFields((before) => ({ ...before, ...changed }));
  const orNone = (value: string) => (value.trim() === '' ? null : value.trim());
  const save = () => {
    const { email, phone, validTo } = fields;
    const body = { ...fields, email: orNone(email), phone: orNone(phone), validTo: orNone(validTo) };
    return representative === null
      ? send(Representative, 'POST', `/api/records/groups/${groupId}/representatives`, body)
      : send(Representative, 'PUT', `/api/records/representatives/${representative.representativeId}`, {
          ...body,
          revision: representative.revision,
        });
  };
  const isNamed = fields.name.trim() !== '' && fields.position.trim() !== '';
  return (
    <FormDialog
      title={words.representativeTitle(representative?.name ?? null)}
      sends={words.save}
      act={act}
      onClose={onClose}
      unavailable={isNamed ? undefined : words.namesFirst}
      meanwhile={representative && <p>{words.asItIs(representative.name, representative.position)}</p>}
      onSend={async () => {
        if (await act.send(save)) onClose();
      }}
    >
      <p>{words.tells}</p>
      {TEXTS.map(({ name, type, longest, hint }) => (
        <Field
          key={name}
          label={words[name]}
          type={type}
          maxLength={longest}
          hint={hint}
          value={fields[name]}
          fault={act.fault(name)}
          onChange={(event) => write({ [name]: event.currentTarget.value })}
        />
      ))}
      <Check label={words.isLeader} checked={fields.isLeader} onChange={(isLeader) => write({ isLeader })} />
      <Field
        label={words.from}
        type="date"
        required
        value={fields.validFrom}
        fault={act.fault('validFrom')}
        onChange={(event) => write({ validFrom: event.currentTarget.value })}
      />
      <Field
        label={words.to}
        type="date"
        hint={words.toHint}
        min={fields.validFrom}
        value={fields.validTo}
        fault={act.fault('validTo')}
        onChange={(event) => write({ validTo: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

const TEXTS = [
  { name: 'name', type: 'text', longest: 120, hint: undefined },
  { name: 'position', type: 'text', longest: 80, hint: words.positionHint },
  { name: 'phone', type: 'tel', longest: 40, hint: undefined },
  { name: 'email', type: 'email', longest: 200, hint: undefined },
] as const;
