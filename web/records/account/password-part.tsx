import { useState } from 'react';
import { z } from 'zod';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './account.module.css';
import { words } from './words.ts';

const NOTHING = { current: '', next: '' };

export function PasswordPart() {
  const act = useAct([['sessions']]);
  const [given, setGiven] = useState(NOTHING);
  const [isDone, setDone] = useState(false);
  const change = async () => {
    const taken = await act.send(() => send(z.null(), 'POST', '/api/me/password', given));
    setDone(taken);
    if (taken) setGiven(NOTHING);
  };
  return (
    <section className={css.part}>
      <h2>{words.password}</h2>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <Field
          label={words.currentPassword}
          type="password"
          autoComplete="current-password"
          required
          value={given.current}
          onChange={(event) => setGiven({ ...given, current: event.currentTarget.value })}
        />
        <Field
          label={words.newPassword}
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          hint={words.passwordHint}
          fault={act.fault('next')}
          value={given.next}
          onChange={(event) => setGiven({ ...given, next: event.currentTarget.value })}
        />
        {act.trouble && <Notice kind="fault" title={act.trouble.message} />}
        {isDone && <Notice kind="plain" title={words.passwordChanged} />}
        <div className={css.actions}>
          <Button type="submit">{words.changePassword}</Button>
        </div>
      </form>
    </section>
  );
}
