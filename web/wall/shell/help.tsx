import { useEffect, useRef } from 'react';
import css from './help.module.css';
import { words } from './words.ts';

/** The keys and what the address may say; opened by "?". */
export function Help({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={css.help} aria-labelledby="wall-help" onClose={onClose}>
      <h2 id="wall-help">{words.help}</h2>
      <Pairs of={words.keys} />
      <p>{words.settingsLead}</p>
      <Pairs of={words.settings} />
      <form method="dialog">
        <button type="submit">{words.close}</button>
      </form>
    </dialog>
  );
}

function Pairs({ of }: { of: readonly (readonly string[])[] }) {
  return (
    <dl>
      {of.map(([name, says]) => (
        <div key={name}>
          <dt>
            <kbd>{name}</kbd>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}
