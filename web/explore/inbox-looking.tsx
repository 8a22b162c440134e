import type { Others } from '#web/ask/use-candidates.ts';
import { Button } from '#web/ui/button.tsx';
import { ProgressBar } from '#web/ui/skeleton.tsx';
import css from './inbox.module.css';
import { words } from './words.ts';

/** The spikes are there at once; the other kinds join when they are ready, and this says that they are looked for. */
export function StillLooking({ others }: { others: Others }) {
  const { isLooking, isStopped, failed, step, stop, lookAgain } = others;
  if (isStopped || failed !== null) {
    return (
      <div className={css.looking}>
        <p className="caption">{failed ?? words.lookingStopped}</p>
        <Button small onClick={lookAgain}>
          {words.lookNow}
        </Button>
      </div>
    );
  }
  if (!isLooking) return null;
  return (
    <div className={css.looking}>
      <p className="caption">{words.looking}</p>
      {step !== null && (
        <>
          <ProgressBar done={step.done} total={step.total} label={words.looking} />
          <Button small onClick={stop}>
            {words.stop}
          </Button>
        </>
      )}
    </div>
  );
}
