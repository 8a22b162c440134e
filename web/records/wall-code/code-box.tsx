import { type FormEvent, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './wall-code.module.css';
import { words } from './words.ts';

/** Where a code read off a wall is typed. */
export function CodeBox({ first = '', onCode }: { first?: string; onCode: (code: string) => void }) {
  const [typed, setTyped] = useState(first);
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '') onCode(code);
  };
  return (
    <form className={css.box} onSubmit={open}>
      <Field
        label={words.label}
        hint={words.hint}
        value={typed}
        maxLength={16}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" look="filled" unavailable={code === '' ? words.needed : undefined}>
        {words.open}
      </Button>
    </form>
  );
}
