import { type ReactNode, useId } from 'react';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './form-dialog.module.css';
import type { Act } from './use-act.ts';
import { useModal } from './use-modal.ts';

type Props = {
  title: string;
  sends: string; // the word on its filled button
  act: Act;
  onSend: () => void;
  onClose: () => void;
  unavailable?: string | undefined; // why it cannot be sent yet
  meanwhile?: ReactNode; // at a conflict: what somebody else wrote
  children: ReactNode;
};

/** A short form over the page. What was typed stays until it is taken, whatever the server says. */
export function FormDialog({ title, sends, act, onSend, onClose, unavailable, meanwhile, children }: Props) {
  const { trouble, isConflict, isSending } = act;
  const dialog = useModal();
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={css.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (unavailable === undefined && !isSending) onSend();
        }}
      >
        {isConflict && (
          <Notice kind="stale" title={words.conflictTitle}>
            {words.conflict}
            {meanwhile}
          </Notice>
        )}
        {trouble && !isConflict && (
          <Notice kind="fault" title={words.refusedTitle}>
            {trouble.message}
          </Notice>
        )}
        {children}
        <div className={css.end}>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button look="filled" type="submit" unavailable={isSending ? words.sending : unavailable}>
            {isConflict ? words.sendAnyway : sends}
          </Button>
        </div>
      </form>
    </dialog>
  );
}

const words = {
  close: 'Close',
  cancel: 'Cancel',
  sending: 'Being sent',
  sendAnyway: 'Send mine too',
  conflictTitle: 'Somebody else wrote here while you did',
  conflict: 'Nothing is lost: what you wrote is still below. Look at what changed, then send yours too or cancel.',
  refusedTitle: 'Not taken yet',
};
