import css from './skeleton.module.css';

/** The place a picture will take, before the first answer. Says nothing to a screen reader. */
export function Skeleton({ width, height = 16 }: { width?: number | string; height?: number }) {
  return <span className={css.skeleton} style={{ width: width ?? '100%', height }} aria-hidden="true" />;
}

/** How much of a known amount is done. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  return <progress className={css.progress} value={total > 0 ? done : 0} max={Math.max(total, 1)} aria-label={label} />;
}
