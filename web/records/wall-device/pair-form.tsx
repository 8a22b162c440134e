import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { WallDevice } from '#data/schema/wall.ts';
import { wordOf } from '#web/ask/address.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './screens.module.css';
import { codeIn } from './typed-code.ts';
import { words } from './words.ts';

type Props = {
  paired: WallDevice | null; // the screen that was paired here last, as it stands now
  onPaired: (screen: WallDevice) => void;
};

/** Pairs the screen that shows a code: typed, or brought along in the address by the QR code on that screen. */
export function PairForm({ paired, onPaired }: Props) {
  const { code: brought = '' } = useSearch({ strict: false });
  const navigate = useNavigate();
  const act = useAct([['wall-devices']]);
  const [code, setCode] = useState(wordOf(brought) ?? '');
  const [name, setName] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const isBrought = wordOf(brought) !== null;
  useEffect(() => {
    if (isBrought) form.current?.querySelector<HTMLInputElement>('input[name="name"]')?.focus();
  }, [isBrought]);

  const pair = async () => {
    const isTaken = await act.send(async () => {
      onPaired(await send(WallDevice, 'POST', '/api/wall-device-pairings', { code, name }));
    });
    if (!isTaken) return;
    setCode('');
    setName('');
    form.current?.querySelector('button')?.focus(); // a phone takes its keyboard away, so that the list is seen
    if (isBrought) await navigate({ to: '/walls', search: {}, replace: true }); // a code is good once
  };
  const isElsewhere = act.trouble !== null && !act.fault('code') && !act.fault('name');
  return (
    <section className={css.pair}>
      <h2>{words.pairTitle}</h2>
      {isBrought ? (
        <p>{words.fromScreen}</p>
      ) : (
        <p>
          {words.pairHow}{' '}
          <a href="/wall" target="_blank" rel="noreferrer">
            {`${location.host}/wall`}
          </a>
          . {words.pairThen}
        </p>
      )}
      <form
        ref={form}
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!act.isSending) void pair();
        }}
      >
        <div className={css.code}>
          <Field
            label={words.code}
            hint={words.codeHint}
            name="code"
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={300}
            value={code}
            fault={act.fault('code')}
            onChange={(event) => setCode(codeIn(event.currentTarget.value))}
          />
        </div>
        <Field
          label={words.name}
          hint={words.nameHint}
          name="name"
          required
          maxLength={80}
          value={name}
          fault={act.fault('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button look="filled" type="submit" unavailable={act.isSending ? words.pairing : undefined}>
          {words.pair}
        </Button>
      </form>
      {isElsewhere && (
        <Notice kind="fault" title={words.refused}>
          {act.trouble?.message}
        </Notice>
      )}
      {paired && !act.trouble && (
        <Notice kind="plain" title={paired.isOn ? words.begun(paired.name) : words.paired(paired.name)}>
          {paired.isOn ? words.begunLead : words.pairedLead}
        </Notice>
      )}
    </section>
  );
}
