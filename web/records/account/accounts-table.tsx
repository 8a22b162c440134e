import { useMemo, useState } from 'react';
import type { Account } from '#data/schema/account.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Field } from '#web/ui/field.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './account.module.css';
import { personInWords, roleInWords, words } from './words.ts';

type Props = { accounts: readonly Account[]; onManage: (account: Account) => void };

/** Everybody with their role and their ways in, found by any of their words. */
export function AccountsTable({ accounts, onManage }: Props) {
  const [sought, setSought] = useState('');
  const columns = useMemo(() => columnsOf(onManage), [onManage]);
  const parts = sought.toLowerCase().split(/\s+/);
  const found = accounts.filter((account) => {
    const text = `${personInWords(account)} ${account.email} ${roleInWords(account.role)} ${account.unit ?? ''}`;
    return parts.every((part) => text.toLowerCase().includes(part));
  });
  return (
    <>
      <div className={css.find}>
        <Field
          label={words.find}
          type="search"
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <Quiet title={words.nobody} />}
      {found.length > 0 && (
        <div className={css.wide}>
          <DataTable caption={words.accounts} rows={found} columns={columns} rowKey={({ personId }) => personId} />
        </div>
      )}
    </>
  );
}

function columnsOf(onManage: (account: Account) => void): Column<Account>[] {
  return [
    { id: 'name', head: words.name, isName: true, value: personInWords },
    { id: 'role', head: words.role, value: ({ role }) => roleInWords(role) },
    { id: 'email', head: words.email, value: ({ email }) => email },
    { id: 'ways', head: words.waysIn, value: waysInWords },
    { id: 'state', head: words.state, value: stateInWords, cell: StateTag },
    {
      id: 'sessions',
      head: words.sessions,
      value: ({ sessions }) => sessions,
      cell: (one) => words.open(one.sessions),
    },
    {
      id: 'manage',
      head: words.manage,
      value: () => null,
      cell: (account) => (
        <Button small aria-label={words.manageOf(personInWords(account))} onClick={() => onManage(account)}>
          {words.manage}
        </Button>
      ),
    },
  ];
}

function waysInWords({ hasCode, hasPassword, hasSignOn }: Account): string {
  const ways = [hasPassword && (hasCode ? words.byCode : words.byPassword), hasSignOn && words.bySignOn];
  return ways.filter(Boolean).join(', ') || words.none;
}

const stateInWords = ({ isActive, closedUntil }: Account): string =>
  isActive ? (closedUntil ? words.shutOut : words.active) : words.closed;

const StateTag = (account: Account) =>
  account.isActive && !account.closedUntil ? words.active : <Tag look="ground">{stateInWords(account)}</Tag>;
