import { useParams } from '@tanstack/react-router';
import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './concern.module.css';
import { ConcernPage } from './concern-page.tsx';
import { useStory } from './use-story.ts';
import { words } from './words.ts';

/** `/concerns/C-0388` */
export function ConcernScreen() {
  const { concernId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useStory(concernId);
  if (data) return <ConcernPage key={concernId} story={data} />;
  if (isPending) return <Loading />;
  const status = error instanceof ApiFailed ? error.status : 0;
  if (status === 404) {
    return (
      <div className={css.alone}>
        <Quiet title={words.missingTitle}>{words.missing}</Quiet>
      </div>
    );
  }
  return (
    <div className={css.alone}>
      <Notice
        kind={status === 403 ? 'locked' : 'fault'}
        title={status === 403 ? words.forbiddenTitle : words.failedTitle}
        actions={status === 403 ? null : <Button onClick={() => void refetch()}>{words.again}</Button>}
      >
        {error?.message}
      </Notice>
    </div>
  );
}

function Loading() {
  return (
    <div className={css.alone} role="status" aria-label={words.loading}>
      <Skeleton width={180} />
      <Skeleton width={420} height={32} />
      <Skeleton height={240} />
      <Skeleton height={160} />
    </div>
  );
}
