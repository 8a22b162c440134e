import { Link, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { REGISTER, stateOf } from '#data/register/catalog.ts';
import { standingOf } from '#data/register/standing.ts';
import { may } from '#data/schema/permissions.ts';
import { type RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { RegisterChoices } from '#data/schema/records/register-answers.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Field } from '#web/ui/field.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { Failed } from './failed.tsx';
import { Mark } from './mark.tsx';
import { ProgramTotals } from './program-totals.tsx';
import css from './register.module.css';
import { Unserved } from './unserved.tsx';
import { type EntryFilter, useChoices, useEntries } from './use-register.ts';
import { words } from './words.ts';

/** `/register/$kind`: the entries of one kind. */
export function KindScreen() {
  const params = useParams({ strict: false });
  const kind = RegisterKind.safeParse(params.kind);
  if (!kind.success) return <Quiet title={words.noneYet(String(params.kind))}>{words.noneWords}</Quiet>;
  return <Kind key={kind.data} kind={kind.data} />;
}

function Kind({ kind }: { kind: RegisterKind }) {
  const spec = REGISTER[kind];
  const hasOpen = spec.states.some(({ isOpen }) => isOpen);
  const [filter, setFilter] = useState<EntryFilter>({ open: hasOpen && kind !== 'program', groupId: '', words: '' });
  const { data, error, isPending, refetch } = useEntries(kind, filter);
  const choices = useChoices().data;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.page} role="region" aria-label={spec.title} tabIndex={0}>
      <nav className={css.crumbs} aria-label={words.title}>
        <Link to="/register" className="link">
          {words.title}
        </Link>
      </nav>
      <header className={css.head}>
        <div>
          <h1>{spec.title}</h1>
          <p className={css.about}>
            {spec.about}{' '}
            <Tag look="line">{spec.clauses.length > 3 ? `${spec.clauses[0]} …` : spec.clauses.join(', ')}</Tag>
          </p>
        </div>
        {choices && <AddLink kind={kind} choices={choices} />}
      </header>
      {kind === 'program' && <ProgramTotals />}
      {kind === 'liaison' && <Unserved />}
      <Filter filter={filter} onChange={setFilter} kind={kind} choices={choices} />
      {isPending && <Skeleton height={240} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && data.entries.length === 0 && <Quiet title={words.noneYet(spec.title)}>{words.noneWords}</Quiet>}
      {data && data.entries.length > 0 && (
        <div className={css.scroll}>
          <Entries kind={kind} entries={data.entries} choices={choices} />
          <p className="caption">{words.shown(data.entries.length, data.total)}</p>
        </div>
      )}
    </div>
  );
}

function AddLink({ kind, choices }: { kind: RegisterKind; choices: RegisterChoices }) {
  const { one, keepers } = REGISTER[kind];
  const { role } = choices.me;
  const mayWrite = may(role, kind === 'appointment' ? 'register.approve' : 'register.write');
  if (!mayWrite || (keepers !== null && !keepers.includes(role)))
    return (
      <p className="caption">
        {keepers && words.mayNotAdd(keepers.map((each) => each.replaceAll('-', ' ')).join(', '))}
      </p>
    );
  return (
    <Link to="/register/$kind/$entryId" params={{ kind, entryId: 'new' }} className={css.filled ?? ''}>
      {words.add(one)}
    </Link>
  );
}

function Filter({
  filter,
  onChange,
  kind,
  choices,
}: {
  filter: EntryFilter;
  onChange: (filter: EntryFilter) => void;
  kind: RegisterKind;
  choices: RegisterChoices | undefined;
}) {
  const { states, group } = REGISTER[kind];
  const groups = choices?.groups.map(({ groupId, name }) => ({ value: groupId, label: name })) ?? [];
  return (
    <div className={css.filter}>
      {states.some(({ isOpen }) => isOpen) && (
        <Segmented
          label={words.scope}
          value={filter.open ? 'open' : 'all'}
          onChange={(scope) => onChange({ ...filter, open: scope === 'open' })}
          segments={(['open', 'all'] as const).map((value) => ({ value, label: words.scopes[value] }))}
        />
      )}
      <Field
        label={words.find}
        type="search"
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      {group !== 'none' && (
        <ListField
          label={words.group}
          value={filter.groupId}
          choices={[{ value: '', label: words.anyGroup }, ...groups]}
          onPick={(groupId) => onChange({ ...filter, groupId })}
        />
      )}
    </div>
  );
}

function Entries({
  kind,
  entries,
  choices,
}: {
  kind: RegisterKind;
  entries: readonly RegisterEntry[];
  choices: RegisterChoices | undefined;
}) {
  const columns = useMemo(() => columnsOf(kind, choices), [kind, choices]);
  return (
    <DataTable caption={REGISTER[kind].title} rows={entries} columns={columns} rowKey={({ entryId }) => entryId} />
  );
}

function columnsOf(kind: RegisterKind, choices: RegisterChoices | undefined): Column<RegisterEntry>[] {
  const { happenedOn, owner, group } = REGISTER[kind];
  const groupName = (id: string | null) => choices?.groups.find(({ groupId }) => groupId === id)?.name ?? id ?? '';
  const personName = (id: string | null) => choices?.people.find(({ personId }) => personId === id)?.name ?? id ?? '';
  const inGroup: Column<RegisterEntry>[] =
    group === 'none' ? [] : [{ id: 'group', head: words.heads.group, value: (entry) => groupName(entry.groupId) }];
  return [
    { id: 'title', head: words.heads.title, isName: true, value: ({ title }) => title, cell: TitleCell },
    ...inGroup,
    { id: 'owner', head: owner, value: (entry) => personName(entry.ownerId) },
    { id: 'day', head: happenedOn, value: (entry) => entry.happenedOn, cell: (entry) => shortDate(entry.happenedOn) },
    {
      id: 'state',
      head: words.heads.state,
      value: ({ status }) => stateOf(kind, status)?.label ?? status,
      cell: (entry) => <StateCell entry={entry} today={choices?.today} />,
    },
  ];
}

const TitleCell = ({ kind, entryId, title }: RegisterEntry) => (
  <Link to="/register/$kind/$entryId" params={{ kind, entryId }} className={css.entry ?? ''}>
    <b className="link">{title}</b> <span className="code">{entryId}</span>
  </Link>
);

function StateCell({ entry, today }: { entry: RegisterEntry; today: string | undefined }) {
  const label = stateOf(entry.kind, entry.status)?.label ?? entry.status;
  if (today === undefined) return label;
  const { mark, reasons } = standingOf(entry, today);
  return (
    <span className={css.marks}>
      {mark !== 'waits' && label}
      {mark !== 'open' && mark !== 'closed' && <Mark mark={mark}>{reasons.join(', ')}</Mark>}
    </span>
  );
}
