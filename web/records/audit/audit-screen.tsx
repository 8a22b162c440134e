import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { AuditLine } from '#data/schema/records/audit.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './audit.module.css';
import { AuditFilters, type Filters, NO_FILTERS, queryOf } from './audit-filters.tsx';
import { words } from './words.ts';

const Page = z.object({ lines: z.array(AuditLine), hasMore: z.boolean() });
const Verdict = z.object({ lines: z.number(), brokenAt: z.number().nullable() });
const NOW = { staleTime: 0 };

/** The auditor's screen: whether the chain is whole, and every line of it. */
export function AuditScreen() {
  const mayRead = useMay('audit.read');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const verdict = useQuery({
    queryKey: ['audit', 'verdict'],
    queryFn: () => getJson(Verdict, '/api/audit/verdict'),
    enabled: mayRead,
    ...NOW,
  });
  const found = useInfiniteQuery({
    queryKey: ['audit', 'lines', filters],
    queryFn: ({ pageParam }) => getJson(Page, `/api/audit?${queryOf(filters, pageParam)}`),
    initialPageParam: null as number | null,
    getNextPageParam: ({ lines, hasMore }) => (hasMore ? (lines.at(-1)?.number ?? null) : null),
    enabled: mayRead,
    ...NOW,
  });
  if (!mayRead) {
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.notYours} />
      </div>
    );
  }
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? [];
  return (
    <div className={css.page}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ChainVerdict verdict={verdict.data} />
      <AuditFilters filters={filters} onChange={setFilters} />
      {found.error && (
        <Notice
          kind="fault"
          title={words.failed}
          actions={<Button onClick={() => found.refetch()}>{words.again}</Button>}
        >
          {found.error.message}
        </Notice>
      )}
      {found.isPending && !found.error && <Skeleton height={320} />}
      {found.data && lines.length === 0 && <Quiet title={words.none} />}
      {lines.length > 0 && (
        <div className={css.lines}>
          <DataTable
            caption={words.title}
            rows={lines}
            columns={COLUMNS}
            rowKey={({ number }) => String(number)}
            dense
          />
        </div>
      )}
      {found.hasNextPage && <Button onClick={() => found.fetchNextPage()}>{words.more}</Button>}
    </div>
  );
}

function ChainVerdict({ verdict }: { verdict: z.infer<typeof Verdict> | undefined }) {
  if (verdict === undefined) return <p role="status">{words.judging}</p>;
  if (verdict.brokenAt === null) return <p role="status">{words.whole(verdict.lines)}</p>;
  return (
    <Notice kind="fault" title={words.broken(verdict.brokenAt)}>
      {words.brokenMore}
    </Notice>
  );
}

const COLUMNS: Column<AuditLine>[] = [
  { id: 'number', head: words.number, numeric: true, isName: true, value: ({ number }) => number },
  { id: 'localAt', head: words.when, value: ({ localAt }) => localAt.replace('T', ' ') },
  { id: 'personId', head: words.who, value: ({ personId, role }) => `${personId}, ${role}` },
  { id: 'action', head: words.what, value: ({ action, kind }) => `${action.replaceAll('-', ' ')}: ${kind}` },
  { id: 'recordId', head: words.record, value: ({ recordId }) => recordId },
  {
    id: 'changed',
    head: words.changed,
    value: ({ changed, words: said }) => [said, Object.keys(changed).join(', ')].filter(Boolean).join(' · '),
  },
];
