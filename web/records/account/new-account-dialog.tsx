import { useState } from 'react';
import { NewPassword } from '#data/schema/account.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { type Given, PersonFields } from './person-fields.tsx';
import type { Told } from './told-dialog.tsx';
import { words } from './words.ts';

const NOBODY: Given = { name: '', title: '', role: 'officer', unit: '' };

/** Makes a person with an account; the password is handed to `onMade` to be shown once. */
export function NewAccountDialog({ onMade, onClose }: { onMade: (told: Told) => void; onClose: () => void }) {
  const act = useAct([['accounts']]);
  const [given, setGiven] = useState(NOBODY);
  const [email, setEmail] = useState('');
  const make = () =>
    act.send(async () => {
      const body = { ...given, email, unit: given.unit.trim() || null, district: null };
      const { password } = await send(NewPassword, 'POST', '/api/accounts', body);
      onMade({ name: given.name, password });
    });
  return (
    <FormDialog title={words.add} sends={words.make} act={act} onSend={() => void make()} onClose={onClose}>
      <Field
        label={words.email}
        type="email"
        required
        value={email}
        fault={act.fault('email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PersonFields given={given} set={(change) => setGiven({ ...given, ...change })} faultOf={act.fault} />
    </FormDialog>
  );
}
