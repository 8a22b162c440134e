import QRCode from 'qrcode';
import { useState } from 'react';
import { z } from 'zod';
import { SecondFactor } from '#data/schema/account.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './account.module.css';
import { CopyButton } from './copy-button.tsx';
import { words } from './words.ts';

type Begun = { picture: string; secret: string; recoveryCodes: string[] };

/** Sets up a code from the phone, in two steps: scanned, then confirmed. */
export function SecondFactorPart({ hasPassword, hasCode }: { hasPassword: boolean; hasCode: boolean }) {
  const act = useAct([['me'], ['sessions']]);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<Begun | null>(null);

  const begin = () =>
    act.send(async () => {
      const { uri, recoveryCodes } = await send(SecondFactor, 'POST', '/api/me/second-factor', { password });
      const picture = await QRCode.toDataURL(uri, { margin: 2, width: 368 });
      setBegun({ picture, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes });
    });
  const confirm = async () => {
    const taken = await act.send(() => send(z.null(), 'POST', '/api/me/second-factor/confirmation', { code }));
    if (taken) setBegun(null);
    if (taken) setPassword('');
  };
  const end = async () => {
    const taken = await act.send(() => send(z.null(), 'POST', '/api/me/second-factor/removal', { password }));
    if (taken) setPassword('');
  };
  const next = begun ? confirm : hasCode ? end : begin;
  return (
    <section className={css.part}>
      <h2>{words.secondFactor}</h2>
      <p>{hasPassword ? (hasCode ? words.factorOn : words.factorOff) : words.factorNoPassword}</p>
      {hasPassword && (
        <form
          className={begun ? css.begun : css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void next();
          }}
        >
          {begun ? (
            <Begin begun={begun} code={code} onCode={setCode} />
          ) : (
            <Field
              label={words.currentPassword}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          {act.trouble && <Notice kind="fault" title={act.trouble.message} />}
          <div className={css.actions}>
            <Button type="submit">{begun ? words.confirm : hasCode ? words.takeAway : words.setUp}</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function Begin({ begun, code, onCode }: { begun: Begun; code: string; onCode: (code: string) => void }) {
  return (
    <>
      <div className={css.setUp}>
        <img className={css.qr} src={begun.picture} alt={words.qr} />
        <div>
          <p>{words.scan}</p>
          <p>
            {words.secret} <span className={css.typed}>{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          </p>
        </div>
      </div>
      <h3>{words.recovery}</h3>
      <p>{words.recoveryLead}</p>
      <ul className={css.codes}>
        {begun.recoveryCodes.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <div className={css.actions}>
        <CopyButton text={begun.recoveryCodes.join('\n')} />
      </div>
      <Field
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        required
        value={code}
        onChange={(event) => onCode(event.currentTarget.value)}
      />
    </>
  );
}
