import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { words } from './words.ts';

type Asked = { data?: unknown; error: Error | null; refetch: () => unknown };

/** What stands where the records do not: they are read, refused, or could not be reached. */
export function MeetingState({
  asked: { data, error, refetch },
  forbidden = words.forbiddenTitle,
}: {
  asked: Asked;
  forbidden?: string;
}) {
  if (data !== undefined) return null;
  if (error === null) {
    return (
      <div role="status" aria-label={words.loading}>
        <Skeleton height={200} />
      </div>
    );
  }
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? forbidden : words.failedTitle}
      actions={isForbidden ? null : <Button onClick={() => void refetch()}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}
