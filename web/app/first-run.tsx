import { useState } from 'react';
import type { Session, Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './door-page.module.css';
import { DoorPage } from './door-page.tsx';
import { words } from './door-words.ts';
import { useSending } from './use-sending.ts';

/** Nobody has an account yet: whoever sits at this machine makes the first one. */
export function FirstRun({ api, welcome, onEnter }: { api: Api; welcome: Welcome; onEnter: (s: Session) => void }) {
  const { send, isSending, fault } = useSending();
  const [given, setGiven] = useState({ name: '', email: '', password: '' });
  const keep = (field: keyof typeof given) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value });
  return (
    <DoorPage city={welcome.city}>
      <h1>{words.firstTitle}</h1>
      <p>{words.firstLead}</p>
      <form className={css.form} onSubmit={(event) => send(async () => onEnter(await api.makeFirst(given)), event)}>
        <Field label={words.name} autoComplete="name" required value={given.name} onChange={keep('name')} />
        <Field
          label={words.email}
          type="email"
          autoComplete="username"
          required
          value={given.email}
          onChange={keep('email')}
        />
        <Field
          label={words.password}
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
          hint={words.firstHint}
          value={given.password}
          onChange={keep('password')}
        />
        {fault && <Notice kind="fault" title={fault} />}
        <div className={css.actions}>
          <Button type="submit" look="filled" aria-busy={isSending}>
            {words.make}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
