import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { ApiFailed } from '#web/api.ts';
import { useMay } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/field.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './concern-list.module.css';
import { ConcernTable } from './concern-table.tsx';
import { type Filter, TABS, useFilter, useList } from './use-list.ts';
import { words } from './words.ts';

const A_PAGE = 50;

/** `/concerns`: who waits for what, since when, with whom. */
export function ConcernListScreen() {
  const { filter, set } = useFilter();
  const names = useConcernNames();
  const { data, error, isPending, refetch } = useList(filter);
  const mayTriage = useMay('concern.triage');
  const mayFile = useMay('concern.file');
  const counts = data?.counts;
  const tabs = TABS.map((tab) => {
    const n = counts && (tab === 'waiting' ? counts.new + counts.open : counts[tab]);
    return { value: tab, label: n === undefined ? words.tab[tab] : `${words.tab[tab]} ${n}` };
  });
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        {mayTriage && (
          <Link to="/triage" className={css.plain ?? ''}>
            {words.triage(counts?.new)}
          </Link>
        )}
        {mayFile && (
          <a href="/concerns/new" className={css.filled}>
            {words.new}
          </a>
        )}
      </header>
      <Filters filter={filter} set={set} names={names} isMember={mayFile}>
        <Segmented label={words.tabs} segments={tabs} value={filter.tab} onChange={(tab) => set({ tab })} />
      </Filters>
      {filter.batch && (
        <p className={css.batch}>
          {words.batch(filter.batch)}{' '}
          <button type="button" className="link" onClick={() => set({ batch: '' })}>
            {words.all}
          </button>
        </p>
      )}
      {isPending && <Loading />}
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {data && data.rows.length === 0 && (
        <Quiet title={words.emptyTitle}>{filter.text || filter.group || filter.owner ? words.empty : words.none}</Quiet>
      )}
      {data && data.rows.length > 0 && (
        <>
          <ConcernTable rows={data.rows} names={names} />
          <Pages page={Number(filter.page || 1)} total={data.total} onPage={(page) => set({ page: String(page) })} />
        </>
      )}
    </div>
  );
}

function Filters({
  filter,
  set,
  names,
  isMember,
  children,
}: {
  filter: Filter;
  set: (changed: Partial<Filter>) => void;
  names: ReturnType<typeof useConcernNames>;
  isMember: boolean;
  children: ReactNode;
}) {
  const [typed, setTyped] = useState(filter.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed sets off a search
  useEffect(() => {
    if (typed === filter.text) return;
    const pause = setTimeout(() => set({ text: typed }), 300);
    return () => clearTimeout(pause);
  }, [typed]);
  return (
    <search className={css.filters}>
      {children}
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isMember && (
        <>
          <select
            aria-label={words.group}
            value={filter.group}
            onChange={(event) => set({ group: event.currentTarget.value })}
          >
            <option value="">{words.anyGroup}</option>
            {names.groups.map(({ groupId, name }) => (
              <option key={groupId} value={groupId}>
                {name}
              </option>
            ))}
          </select>
          <select
            aria-label={words.owner}
            value={filter.owner}
            onChange={(event) => set({ owner: event.currentTarget.value })}
          >
            <option value="">{words.anyOwner}</option>
            {names.people.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
          <Check
            label={words.mine}
            checked={filter.mine === 'yes'}
            onChange={(isOn) => set({ mine: isOn ? 'yes' : '' })}
          />
        </>
      )}
    </search>
  );
}

function Pages({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const from = (page - 1) * A_PAGE + 1;
  const to = Math.min(total, page * A_PAGE);
  return (
    <footer className={css.pages}>
      <span>{words.shown(from, to, total)}</span>
      {page > 1 && (
        <Button small icon="left" onClick={() => onPage(page - 1)}>
          {words.before}
        </Button>
      )}
      {to < total && (
        <Button small iconEnd="right" onClick={() => onPage(page + 1)}>
          {words.after}
        </Button>
      )}
    </footer>
  );
}

const Loading = () => (
  <div className={css.loading} role="status" aria-label={words.loading}>
    {[1, 2, 3, 4, 5, 6].map((row) => (
      <Skeleton key={row} height={32} />
    ))}
  </div>
);

function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? words.forbiddenTitle : words.failedTitle}
      actions={isForbidden ? null : <Button onClick={onAgain}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}
