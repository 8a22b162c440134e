import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import css from './calls-list.module.css';
import { words } from './words.ts';

const LONGEST = 300;

/** Why a call does not belong: one press for what is often so, or one's own words. */
export function LeaveOut({
  mark,
  refused,
  onReason,
  onCancel,
}: {
  mark: string;
  refused: string | null; // why it cannot be left out
  onReason: (reason: string) => void;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  const own = useId();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('button')?.focus(), []);
  if (refused !== null) {
    return (
      <form ref={box} className={css.leave}>
        <p>{refused}</p>
        <Button small onClick={onCancel}>
          {words.cancel}
        </Button>
      </form>
    );
  }
  return (
    <form
      ref={box}
      className={css.leave}
      aria-label={words.leaveOut(mark)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onReason(typed.trim());
      }}
    >
      <p>{words.leaveOut(mark)}</p>
      <div className={css.chips}>
        {words.reasons.map((reason) => (
          <button key={reason} type="button" className={css.chip} onClick={() => onReason(reason)}>
            {reason}
          </button>
        ))}
      </div>
      <label htmlFor={own} className="caption">
        {words.otherReason}
      </label>
      <div className={css.own}>
        <input id={own} value={typed} maxLength={LONGEST} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Button small type="submit" unavailable={typed.trim() === '' ? words.otherReason : undefined}>
          {words.leaveItOut}
        </Button>
        <Button small look="quiet" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
