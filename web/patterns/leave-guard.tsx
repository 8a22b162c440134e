import { useBlocker } from '@tanstack/react-router';
import { useId } from 'react';
import dialogs from '#web/records/shared/form-dialog.module.css';
import { useModal } from '#web/records/shared/use-modal.ts';
import { Button } from '#web/ui/button.tsx';
import css from './pattern.module.css';
import type { DraftDesk } from './use-draft.ts';
import { words } from './words.ts';

/** Nothing that was changed goes away with the page unless a person says so. */
export function LeaveGuard({ desk: { isDirty, isSaving, save, letGo } }: { desk: DraftDesk }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  const saveAndLeave = async () => {
    if ((await save()) === null)
      blocker.reset(); // why stands on the page
    else blocker.proceed();
  };
  const leave = () => {
    letGo();
    blocker.proceed();
  };
  return <Ask isSaving={isSaving} onStay={blocker.reset} onLetGo={leave} onSave={() => void saveAndLeave()} />;
}

function Ask({
  isSaving,
  onStay,
  onLetGo,
  onSave,
}: {
  isSaving: boolean;
  onStay: () => void;
  onLetGo: () => void;
  onSave: () => void;
}) {
  const dialog = useModal();
  const title = useId();
  return (
    <dialog
      ref={dialog}
      className={dialogs.dialog}
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <header className={dialogs.head}>
        <h2 id={title}>{words.leaveTitle}</h2>
      </header>
      <p>{words.leave}</p>
      <div className={css.ask}>
        <Button onClick={onStay}>{words.stay}</Button>
        <Button onClick={onLetGo}>{words.letGo}</Button>
        <Button look="filled" onClick={onSave} unavailable={isSaving ? words.saving : undefined}>
          {words.saveAndLeave}
        </Button>
      </div>
    </dialog>
  );
}
