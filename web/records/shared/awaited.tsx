import type { UseQueryResult } from '@tanstack/react-query';
import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

type Props = {
  query: Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'>;
  failed: string; // title of what stands there when it cannot be read
  forbidden?: string; // the title where the role may not read it: trying again is of no use
  reading: string; // said while it is read
  height: number; // of what will stand here
};

/** In the place of an answer: that it is being read, or why it could not be, and the way to try again. */
export function Awaited({ query: { error, isPending, refetch }, failed, forbidden, reading, height }: Props) {
  if (forbidden !== undefined && error instanceof ApiFailed && error.status === 403) {
    return (
      <Notice kind="locked" title={forbidden}>
        {error.message}
      </Notice>
    );
  }
  if (error) {
    return (
      <Notice kind="fault" title={failed} actions={<Button onClick={() => void refetch()}>Try again</Button>}>
        {error.message}
      </Notice>
    );
  }
  if (!isPending) return null;
  return (
    <div role="status" aria-label={reading}>
      <Skeleton height={height} />
    </div>
  );
}
