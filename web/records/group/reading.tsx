import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './groups.module.css';
import { words } from './words.ts';

/** The place of a page that is being read. */
export function Reading() {
  return (
    <div className={css.reading} role="status" aria-label={words.loading}>
      <Skeleton width={280} height={28} />
      <Skeleton height={80} />
      <Skeleton height={320} />
    </div>
  );
}

/** Why nothing is shown; a refusal by role is no fault, and trying again does not help. */
export function Unread({ title, trouble, onRetry }: { title: string; trouble: Error; onRetry: () => void }) {
  const isFinal = trouble instanceof ApiFailed && (trouble.status === 403 || trouble.status === 404);
  return (
    <Quiet title={title} actions={!isFinal && <Button onClick={onRetry}>{words.again}</Button>}>
      {trouble.message}
    </Quiet>
  );
}
