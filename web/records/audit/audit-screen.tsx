import { useState } from 'react';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import css from './audit.module.css';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLines } from './audit-lines.tsx';
import { ChainVerdict } from './chain-verdict.tsx';
import { type Filters, NO_FILTERS, useLines, useNames } from './use-audit.ts';
import { words } from './words.ts';

/** `/audit`: whether the chain is whole, and every line of it. */
export function AuditScreen() {
  const mayRead = useMay('audit.read');
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const names = useNames(mayRead);
  const found = useLines(filters, mayRead);
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
      <header>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <ChainVerdict />
      <AuditFilters filters={filters} names={names} onChange={setFilters} />
      <Awaited query={found} failed={words.failed} reading={words.reading} height={320} />
      {found.data && lines.length === 0 && <Quiet title={words.none} />}
      {lines.length > 0 && <AuditLines lines={lines} nameOf={names.nameOf} />}
      {lines.length > 0 && (
        <footer className={css.more}>
          <span role="status" className="caption">
            {found.hasNextPage ? words.shown(lines.length) : words.all(lines.length)}
          </span>
          {found.hasNextPage && (
            <Button
              unavailable={found.isFetchingNextPage ? words.reading : undefined}
              onClick={() => void found.fetchNextPage()}
            >
              {words.more}
            </Button>
          )}
        </footer>
      )}
    </div>
  );
}
