import { useState } from 'react';
import type { Session, Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { DemoPeople } from './demo-people.tsx';
import css from './door-page.module.css';
import { DoorPage } from './door-page.tsx';
import { words } from './door-words.ts';
import { leaveForSignOn } from './sign-on.ts';
import { useSending } from './use-sending.ts';

type Props = { api: Api; welcome: Welcome; onEnter: (session: Session) => void };

/** The door: people of the demo as cards, else the department's own sign-on and a password. */
export function SignIn(props: Props) {
  return props.welcome.demo ? <DemoPeople {...props} /> : <PasswordForm {...props} />;
}

function PasswordForm({ api, welcome, onEnter }: Props) {
  const { send, isSending, fault, done } = useSending();
  const [given, setGiven] = useState({ email: '', password: '', code: '' });
  const [needsCode, setNeedsCode] = useState(false);
  const keep = (field: keyof typeof given) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [field]: event.currentTarget.value });
  const signIn = async () => {
    const { code, ...rest } = given;
    const answer = await api.signIn(needsCode ? { ...rest, code: code.trim() } : rest);
    if (answer !== 'needs-code') return onEnter(answer);
    setNeedsCode(true);
    done();
  };
  const isRefusedSignOn = new URLSearchParams(window.location.search).has('error');
  return (
    <DoorPage city={welcome.city}>
      <h1>{words.signIn}</h1>
      <p>{words.signInLead(welcome.city)}</p>
      <form className={css.form} onSubmit={(event) => send(signIn, event)}>
        {isRefusedSignOn && <Notice kind="fault" title={words.signOnFailed} />}
        {welcome.signOn !== null && <SignOnLink title={welcome.signOn} />}
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
          autoComplete="current-password"
          required
          value={given.password}
          onChange={keep('password')}
        />
        {needsCode && (
          <Field
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            required
            autoFocus
            value={given.code}
            onChange={keep('code')}
          />
        )}
        {fault && <Notice kind="fault" title={fault} />}
        <div className={css.actions}>
          <Button type="submit" look={welcome.signOn === null ? 'filled' : 'plain'} aria-busy={isSending}>
            {needsCode ? words.next : words.signIn}
          </Button>
        </div>
      </form>
      <p>
        <a className="link" href="/area">
          {words.publicPages}
        </a>
      </p>
    </DoorPage>
  );
}

function SignOnLink({ title }: { title: string }) {
  return (
    <>
      <div className={css.actions}>
        <Button look="filled" icon="link" onClick={leaveForSignOn}>
          {words.signOn(title)}
        </Button>
      </div>
      <div className={css.or}>{words.or}</div>
    </>
  );
}
