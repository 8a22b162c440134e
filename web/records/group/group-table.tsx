import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Meeting } from '#data/schema/records/contact.ts';
import { useMay } from '#web/ask/session.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './groups.module.css';
import type { ListedGroup } from './use-groups.ts';
import { words } from './words.ts';

type Props = {
  caption: string;
  groups: readonly ListedGroup[];
  next: ReadonlyMap<string, Meeting>;
  nameOf: (personId: string) => string;
  isMine?: boolean; // the reader's own groups: each leads to its page
};

/** The registry, a line a group; on a phone a card each. */
export function GroupTable({ caption, groups, next, nameOf, isMine = false }: Props) {
  const mayPrepare = useMay('hand-out.write') && isMine;
  const columns = useMemo(
    () => [...columnsOf(next, nameOf), ...(mayPrepare ? [pageColumn(next)] : [])],
    [next, nameOf, mayPrepare],
  );
  return (
    <>
      <div className={css.table}>
        <DataTable caption={caption} rows={groups} columns={columns} rowKey={({ groupId }) => groupId} dense />
      </div>
      <ul className={css.cards}>
        {groups.map((group) => (
          <li key={group.groupId} className={css.card}>
            <div>
              <GroupLink group={group} />
              {group.status === 'inactive' && <Tag>{words.statuses.inactive}</Tag>}
            </div>
            <p className="caption">
              {words.kinds[group.kind]}, {words.district(group.district)}.{' '}
              {group.liaisonId === null ? words.nobody : nameOf(group.liaisonId)}
            </p>
            <dl>
              <div>
                <dt>{words.last}</dt>
                <dd>{lastOf(group)}</dd>
              </div>
              <div>
                <dt>{words.next}</dt>
                <dd>
                  <NextMeeting meeting={next.get(group.groupId)} />
                </dd>
              </div>
            </dl>
            {mayPrepare && <ToPage group={group} meeting={next.get(group.groupId)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function columnsOf(next: Props['next'], nameOf: Props['nameOf']): Column<ListedGroup>[] {
  return [
    {
      id: 'name',
      head: words.name,
      value: ({ name }) => name,
      isName: true,
      cell: (group) => <GroupLink group={group} />,
    },
    { id: 'kind', head: words.kind, value: ({ kind }) => words.kinds[kind] },
    { id: 'district', head: words.inDistrict, value: ({ district }) => words.district(district) },
    {
      id: 'liaison',
      head: words.liaison,
      value: ({ liaisonId }) => (liaisonId === null ? words.nobody : nameOf(liaisonId)),
    },
    {
      id: 'status',
      head: words.status,
      value: ({ status }) => words.statuses[status],
      cell: ({ status }) => (status === 'inactive' ? <Tag>{words.statuses.inactive}</Tag> : words.statuses.active),
    },
    { id: 'last', head: words.last, value: ({ lastContactAt }) => lastContactAt ?? '', cell: lastOf },
    {
      id: 'next',
      head: words.next,
      value: ({ groupId }) => next.get(groupId)?.startsAt ?? '9',
      cell: ({ groupId }) => <NextMeeting meeting={next.get(groupId)} />,
    },
  ];
}

const pageColumn = (next: Props['next']): Column<ListedGroup> => ({
  id: 'page',
  head: words.page,
  value: ({ groupId }) => (next.has(groupId) ? 0 : 1),
  cell: (group) => <ToPage group={group} meeting={next.get(group.groupId)} />,
});

export function GroupLink({ group }: { group: Pick<ListedGroup, 'groupId' | 'name'> }) {
  return (
    <Link to="/groups/$groupId" params={{ groupId: group.groupId }} className={css.name ?? ''}>
      {group.name}
    </Link>
  );
}

function NextMeeting({ meeting }: { meeting: Meeting | undefined }) {
  return meeting === undefined ? (
    <span className={css.faint}>{words.noMeeting}</span>
  ) : (
    words.day(meeting.startsAt.slice(0, 10))
  );
}

/** The page that is handed out there, one press away from the list. */
function ToPage({ group: { groupId, name }, meeting }: { group: ListedGroup; meeting: Meeting | undefined }) {
  return (
    <Link
      to="/groups/$groupId/briefing"
      params={{ groupId }}
      search={meeting ? { meetingId: meeting.meetingId } : {}}
      className="link"
      aria-label={words.prepareFor(name)}
    >
      {words.prepare}
    </Link>
  );
}

const lastOf = ({ lastContactAt }: ListedGroup): string =>
  lastContactAt === null ? words.never : words.day(lastContactAt.slice(0, 10));
