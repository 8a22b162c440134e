import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './reading.module.css';
import { words } from './words.ts';

export function Loading() {
  return (
    <div className={css.loading} role="status" aria-label={words.loading}>
      <Skeleton width={280} height={28} />
      <Skeleton height={120} />
      <Skeleton height={320} />
    </div>
  );
}

/** In place of a whole screen, which then has no other heading. */
export function UnreadScreen(props: Parameters<typeof Unread>[0]) {
  return (
    <div>
      <h1 className="visually-hidden">{words.board}</h1>
      <Unread {...props} />
    </div>
  );
}

/** Why nothing is shown; a refusal by role is no fault, and trying again does not help. */
export function Unread({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  const isForbidden = trouble instanceof ApiFailed && trouble.status === 403;
  return (
    <Quiet title={words.failed} actions={!isForbidden && <Button onClick={() => onRetry()}>{words.again}</Button>}>
      {trouble.message}
    </Quiet>
  );
}
