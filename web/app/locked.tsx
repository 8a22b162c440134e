import { useState } from 'react';
import { fullName } from '#data/schema/records/person.ts';
import type { Session, Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './door-page.module.css';
import { DoorPage } from './door-page.tsx';
import { words } from './door-words.ts';
import { leaveForSignOn } from './sign-on.ts';
import { useSending } from './use-sending.ts';

type Props = {
  api: Api;
  welcome: Welcome;
  locked: NonNullable<Welcome['locked']>;
  onUnlock: (session: Session) => void;
  onLeave: () => void;
};

/** The session rests: nothing of it is in this page, and only its person can go on with it. */
export function Locked({ api, welcome, locked, onUnlock, onLeave }: Props) {
  const { send, isSending, fault } = useSending();
  const [given, setGiven] = useState('');
  const [by, setBy] = useState(locked.unlockBy[0] ?? 'password');
  const unlock = async () => {
    const proof = by === 'password' ? { password: given } : by === 'code' ? { code: given.trim() } : {};
    onUnlock(await api.unlock(proof));
  };
  const otherWay = locked.unlockBy.find((way) => way !== by && (way === 'password' || way === 'code'));
  return (
    <DoorPage city={welcome.city}>
      <h1 className="visually-hidden">{words.lockedTitle}</h1>
      <Notice kind="locked" title={words.lockedTitle}>
        <p>{words.locked}</p>
        <p>{words.lockedAs(fullName(locked))}</p>
      </Notice>
      <form className={css.form} onSubmit={(event) => send(unlock, event)}>
        {(by === 'password' || by === 'code') && (
          <Field
            key={by}
            label={by === 'password' ? words.password : words.code}
            type={by === 'password' ? 'password' : 'text'}
            autoComplete={by === 'password' ? 'current-password' : 'one-time-code'}
            autoFocus
            required
            value={given}
            onChange={(event) => setGiven(event.currentTarget.value)}
          />
        )}
        {fault && <Notice kind="fault" title={fault} />}
        <div className={css.actions}>
          {by === 'sign-on' ? (
            <Button look="filled" onClick={leaveForSignOn}>
              {words.signOn(welcome.signOn ?? '')}
            </Button>
          ) : (
            <Button type="submit" look="filled" aria-busy={isSending} autoFocus={by === 'press'}>
              {words.unlock}
            </Button>
          )}
          {otherWay && (
            <Button
              look="quiet"
              onClick={() => {
                setBy(otherWay);
                setGiven('');
              }}
            >
              {otherWay === 'code' ? words.byCode : words.byPassword}
            </Button>
          )}
          <Button look="quiet" onClick={onLeave}>
            {words.other}
          </Button>
        </div>
      </form>
    </DoorPage>
  );
}
