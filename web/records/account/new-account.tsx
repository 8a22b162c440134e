import { useState } from 'react';
import type { z } from 'zod';
import { NewPassword } from '#data/schema/account.ts';
import { Role } from '#data/schema/release-level.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './account.module.css';
import { roleInWords, words } from './words.ts';

const NOBODY = { name: '', title: '', email: '', role: 'officer' as Role, unit: '' };

/** Makes a person with an account; the password is handed to `onMade` to be shown once. */
export function NewAccount({ onMade }: { onMade: (name: string, told: z.infer<typeof NewPassword>) => void }) {
  const act = useAct([['accounts']]);
  const [given, setGiven] = useState(NOBODY);
  const keep = (field: keyof typeof NOBODY) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value });
  const make = () =>
    act.send(async () => {
      const body = { ...given, unit: given.unit.trim() || null, district: null };
      onMade(given.name, await send(NewPassword, 'POST', '/api/accounts', body));
      setGiven(NOBODY);
    });
  return (
    <section className={css.part}>
      <h2>{words.add}</h2>
      <form
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Field label={words.name} required value={given.name} fault={act.fault('name')} onChange={keep('name')} />
        <Field label={words.title} value={given.title} fault={act.fault('title')} onChange={keep('title')} />
        <Field
          label={words.email}
          type="email"
          required
          value={given.email}
          fault={act.fault('email')}
          onChange={keep('email')}
        />
        <label className={css.choice}>
          {words.role}
          <select value={given.role} onChange={keep('role')}>
            {Role.options.map((role) => (
              <option key={role} value={role}>
                {roleInWords(role)}
              </option>
            ))}
          </select>
        </label>
        <Field label={words.unit} value={given.unit} onChange={keep('unit')} />
      </form>
      {act.trouble && <Notice kind="fault" title={act.trouble.message} />}
      <Button look="filled" onClick={() => make()}>
        {words.make}
      </Button>
    </section>
  );
}
