import type { ReactNode } from 'react';
import type { LongAnswered } from '#web/ask/use-long-answer.ts';
import { Button } from '#web/ui/button.tsx';
import css from './long-work.module.css';
import { words } from './words.ts';

/** How far long work is, with a way to stop it; once stopped, a way to begin again. Nothing when it is done. */
export function LongWork({ answered }: { answered: LongAnswered<unknown> }) {
  const { step, isStopped, stop, retry } = answered;
  if (isStopped) {
    return (
      <p className={css.row}>
        <span>{words.stopped}</span>
        <Button small onClick={retry}>
          {words.again}
        </Button>
      </p>
    );
  }
  if (step === null) return null;
  return (
    <div className={css.row}>
      <progress className={css.bar} max={step.total} value={step.done} aria-label={words.looking} />
      <span className="caption">{words.steps(step.done, step.total)}</span>
      <Button small onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}

/** What a panel shows in the place of its answer once the work was stopped: its options and the way to begin again. */
export const StoppedWork = ({ children }: { children: ReactNode }) => <div className={css.stopped}>{children}</div>;
