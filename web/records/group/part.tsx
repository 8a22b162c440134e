import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Awaited } from '#web/records/shared/awaited.tsx';
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
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'refetch' | 'fetchStatus'>;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, fetchStatus } = query;
  if (data === undefined && error === null && fetchStatus === 'idle') return null; // not for this role
  return (
    <section className={css.part}>
      <header className={css.partHead}>
        <h2>{title}</h2>
        {acts}
      </header>
      <Awaited query={query} failed={words.unread} reading={words.readingPart} height={48} />
      {data !== undefined && children(data)}
    </section>
  );
}
