import { useId } from 'react';
import { useModal } from '#web/records/shared/use-modal.ts';
import { Button } from '#web/ui/button.tsx';
import css from './account.module.css';
import { CopyButton } from './copy-button.tsx';
import { words } from './words.ts';

export type Told = { name: string; password: string };

/** A password, shown this once: it closes only when whoever reads it says so. */
export function ToldDialog({ told: { name, password }, onClose }: { told: Told; onClose: () => void }) {
  const dialog = useModal();
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      className={css.told}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()} // one key must not lose it
    >
      <h2 id={titleId}>{words.told(name)}</h2>
      <p className={css.secret}>{password}</p>
      <p>{words.toldLead}</p>
      <div className={css.actions}>
        <CopyButton text={password} />
        <Button look="filled" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </dialog>
  );
}
