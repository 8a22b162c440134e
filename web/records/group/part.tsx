import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './page.module.css';
import { words } from './page-words.ts';

/** One part of a group's page: its head, and its rows once they are read. A part that fails leaves the others. */
export function Part<Data>({
  title,
  acts,
  query,
  children,
}: {
  title: string;
  acts?: ReactNode;
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch' | 'fetchStatus'>;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, refetch, fetchStatus } = query;
  if (data === undefined && error === null && fetchStatus === 'idle') return null; // not for this role
  return (
    <section className={css.part}>
      <header className={css.partHead}>
        <h2>{title}</h2>
        {acts}
      </header>
      {error && (
        <Notice
          kind="fault"
          title={words.unread}
          actions={<Button onClick={() => void refetch()}>{words.again}</Button>}
        >
          {error.message}
        </Notice>
      )}
      {data === undefined && error === null && (
        <div role="status" aria-label={words.readingPart}>
          <Skeleton height={48} />
        </div>
      )}
      {data !== undefined && children(data)}
    </section>
  );
}
