import type { Progress } from '#web/compute/door.ts';
import { ProgressBar, Skeleton } from '#web/ui/skeleton.tsx';
import css from './opening.module.css';
import { words } from './words.ts';

/** The first seconds: the shape of what comes, and in words how much of it is here. */
export function Opening({ progress }: { progress: Progress | null }) {
  const { done, total, sentence } = inWords(progress);
  return (
    <>
      <div className={css.shape}>
        <Skeleton width={180} />
        <Skeleton height={88} />
        <Skeleton width={260} height={12} />
        <Skeleton width={220} height={12} />
      </div>
      <h1 className="visually-hidden">{words.opening}</h1>
      <ProgressBar done={done} total={total} label={words.opening} />
      <p role="status" className={css.said}>
        {sentence}
      </p>
    </>
  );
}

function inWords(progress: Progress | null): { done: number; total: number; sentence: string } {
  if (progress === null || progress.stage === 'ready') return { done: 0, total: 1, sentence: words.asking };
  if (progress.stage === 'joining') {
    return { done: progress.done, total: progress.total, sentence: words.joining(progress.done, progress.total) };
  }
  return {
    done: progress.bytesRead,
    total: progress.bytesTotal,
    sentence: words.reading(progress.years, progress.rowsRead, progress.rowsTotal),
  };
}
