import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import { Account, NewPassword, OpenSession } from '#data/schema/account.ts';
import { useMay } from '#web/ask/session.tsx';
import { getJson, send } from '#web/records/shared/send.ts';
import { type Act, useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './account.module.css';
import { NewAccount } from './new-account.tsx';
import { SessionsTable } from './sessions-table.tsx';
import { roleInWords, words } from './words.ts';

type Told = { name: string; password: string };
const NOW = { staleTime: 0 };

/** Everybody who can sign in, and the means to let them in or keep them out. */
export function AccountsScreen() {
  const mayManage = useMay('account.manage');
  const act = useAct([['accounts'], ['account-sessions']]);
  const [told, setTold] = useState<Told | null>(null);
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => getJson(z.array(Account), '/api/accounts'),
    enabled: mayManage,
    ...NOW,
  });
  const sessions = useQuery({
    queryKey: ['account-sessions'],
    queryFn: () => getJson(z.array(OpenSession), '/api/account-sessions'),
    enabled: mayManage,
    ...NOW,
  });
  const columns = useMemo(() => columnsOf(act, setTold), [act]);
  const endSession = useMemo(
    () => (sessionId: string) => void act.send(() => send(z.null(), 'DELETE', `/api/account-sessions/${sessionId}`)),
    [act],
  );
  if (!mayManage) {
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.notYours} />
      </div>
    );
  }
  const failed = accounts.error ?? sessions.error ?? act.trouble;
  return (
    <div className={css.page}>
      <h1>{words.accounts}</h1>
      <p>{words.accountsLead}</p>
      {failed && <Notice kind="fault" title={failed.message} />}
      {told && (
        <section className={css.part} aria-live="polite">
          <h2>{words.told(told.name)}</h2>
          <p className={css.secret}>{told.password}</p>
          <p>{words.toldLead}</p>
          <Button onClick={() => setTold(null)}>{words.done}</Button>
        </section>
      )}
      <section className={css.part}>
        <div className={css.wide}>
          {accounts.data ? (
            <DataTable
              caption={words.accounts}
              rows={accounts.data}
              columns={columns}
              rowKey={({ personId }) => personId}
            />
          ) : (
            !failed && <Skeleton height={240} />
          )}
        </div>
      </section>
      <NewAccount onMade={(name, { password }) => setTold({ name, password })} />
      <section className={css.part}>
        <h2>{words.sessions}</h2>
        <div className={css.wide}>
          {sessions.data && (
            <SessionsTable caption={words.sessions} sessions={sessions.data} withPerson onEnd={endSession} />
          )}
        </div>
      </section>
    </div>
  );
}

function columnsOf(act: Act, onTold: (told: Told) => void): Column<Account>[] {
  return [
    { id: 'name', head: words.name, isName: true, value: ({ name, title }) => `${title} ${name}`.trim() },
    { id: 'role', head: words.role, value: ({ role }) => roleInWords(role) },
    { id: 'email', head: words.email, value: ({ email }) => email },
    { id: 'ways', head: words.waysIn, value: waysInWords },
    { id: 'state', head: words.state, value: stateInWords },
    { id: 'sessions', head: words.sessions, numeric: true, value: ({ sessions }) => sessions },
    {
      id: 'acts',
      head: '',
      value: () => null,
      cell: (account) => <Acts account={account} act={act} onTold={onTold} />,
    },
  ];
}

function waysInWords({ hasCode, hasPassword, hasSignOn }: Account): string {
  const ways = [hasPassword && (hasCode ? words.byCode : words.byPassword), hasSignOn && words.bySignOn];
  return ways.filter(Boolean).join(', ') || words.none;
}

const stateInWords = ({ isActive, closedUntil }: Account): string =>
  isActive ? (closedUntil ? words.shutOut : words.active) : words.closed;

function Acts({ account, act, onTold }: { account: Account; act: Act; onTold: (told: Told) => void }) {
  const { personId, name, isActive, hasCode } = account;
  const address = `/api/accounts/${personId}`;
  const reset = (secondFactor: 'keep' | 'remove') =>
    act.send(async () => {
      const { password } = await send(NewPassword, 'POST', `${address}/password`, { secondFactor });
      onTold({ name, password });
    });
  return (
    <span className={css.actions}>
      <Button small onClick={() => reset('keep')}>
        {words.resetPassword}
      </Button>
      {hasCode && (
        <Button small onClick={() => reset('remove')}>
          {words.resetBoth}
        </Button>
      )}
      <Button
        small
        look="quiet"
        onClick={() => act.send(() => send(z.null(), 'PATCH', address, { isActive: !isActive }))}
      >
        {isActive ? words.close : words.reopen}
      </Button>
    </span>
  );
}
