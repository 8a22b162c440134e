import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { z } from 'zod';
import { Account, OpenSession } from '#data/schema/account.ts';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import shared from '#web/records/shared/page.module.css';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import css from './account.module.css';
import { AccountsTable } from './accounts-table.tsx';
import { ManageDialog } from './manage-dialog.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { SessionsTable } from './sessions-table.tsx';
import { type Told, ToldDialog } from './told-dialog.tsx';
import { words } from './words.ts';

type Open = { is: 'new' } | { is: 'manage'; account: Account } | { is: 'told'; told: Told } | null;

/** `/accounts`: everybody who can sign in, and the means to let them in or keep them out. */
export function AccountsScreen() {
  const mayManage = useMay('account.manage');
  const [open, setOpen] = useState<Open>(null);
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => getJson(z.array(Account), '/api/accounts'),
    enabled: mayManage,
    staleTime: 0,
  });
  const manage = useCallback((account: Account) => setOpen({ is: 'manage', account }), []);
  const close = () => setOpen(null);
  const tell = (told: Told) => setOpen({ is: 'told', told });
  if (!mayManage) {
    return (
      <div className={`${shared.page} ${css.page}`}>
        <Notice kind="locked" title={words.notYours} />
      </div>
    );
  }
  return (
    <div className={`${shared.page} ${css.page}`}>
      <header className={css.head}>
        <div>
          <h1>{words.accounts}</h1>
          <p>{words.accountsLead}</p>
        </div>
        <Button look="filled" onClick={() => setOpen({ is: 'new' })}>
          {words.add}
        </Button>
      </header>
      <Awaited query={accounts} failed={words.failed} reading={words.loading} height={240} />
      {accounts.data && <AccountsTable accounts={accounts.data} onManage={manage} />}
      <Sessions />
      {open?.is === 'new' && <NewAccountDialog onMade={tell} onClose={close} />}
      {open?.is === 'manage' && <ManageDialog account={open.account} onTold={tell} onClose={close} />}
      {open?.is === 'told' && <ToldDialog told={open.told} onClose={close} />}
    </div>
  );
}

/** Where anybody is signed in now. */
function Sessions() {
  const act = useAct([['accounts'], ['account-sessions']]);
  const { send: end } = act;
  const { data, error } = useQuery({
    queryKey: ['account-sessions'],
    queryFn: () => getJson(z.array(OpenSession), '/api/account-sessions'),
    staleTime: 0,
  });
  const failed = act.trouble ?? error;
  return (
    <section className={css.part}>
      <h2>{words.sessions}</h2>
      {failed && <Notice kind="fault" title={failed.message} />}
      {data?.length === 0 && <Quiet title={words.noSessions} />}
      {data && data.length > 0 && (
        <div className={css.wide}>
          <SessionsTable
            caption={words.sessions}
            sessions={data}
            withPerson
            onEnd={(sessionId) => void end(() => send(z.null(), 'DELETE', `/api/account-sessions/${sessionId}`))}
          />
        </div>
      )}
    </section>
  );
}
