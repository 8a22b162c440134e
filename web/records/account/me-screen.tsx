import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { OpenSession } from '#data/schema/account.ts';
import { useSession } from '#web/ask/session.tsx';
import shared from '#web/records/shared/page.module.css';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './account.module.css';
import { PasswordPart } from './password-part.tsx';
import { SecondFactorPart } from './second-factor-part.tsx';
import { SessionsTable } from './sessions-table.tsx';
import { personInWords, roleInWords, words } from './words.ts';

const Ways = z.object({ hasPassword: z.boolean(), hasCode: z.boolean() });
const NOW = { staleTime: 0 };

/** What a person settles for themselves: password, second factor, sessions. */
export function MeScreen() {
  const { name, title, role } = useSession();
  const queries = useQueryClient();
  const ways = useQuery({ queryKey: ['me'], queryFn: () => getJson(Ways, '/api/me'), ...NOW });
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: () => getJson(z.array(OpenSession), '/api/sessions'),
    ...NOW,
  });
  const act = useAct([['sessions']]);
  const end = (sessionId: string) => act.send(() => send(z.null(), 'DELETE', `/api/sessions/${sessionId}`));
  const others = sessions.data?.filter(({ isThis }) => !isThis) ?? [];
  const endOthers = async () => {
    for (const { sessionId } of others) await end(sessionId);
  };
  const failed = ways.error ?? sessions.error;
  return (
    <div className={`${shared.page} ${css.page}`}>
      <h1>{words.me}</h1>
      <p>{[personInWords({ name, title }), roleInWords(role)].join(', ')}</p>
      {failed && (
        <Notice
          kind="fault"
          title={words.failed}
          actions={<Button onClick={() => queries.invalidateQueries()}>{words.again}</Button>}
        >
          {failed.message}
        </Notice>
      )}
      {ways.data && <SecondFactorPart {...ways.data} />}
      {ways.data?.hasPassword && <PasswordPart />}
      <section className={css.part}>
        <h2>{words.sessions}</h2>
        <p>{words.sessionsLead}</p>
        {act.trouble && <Notice kind="fault" title={act.trouble.message} />}
        <div className={css.wide}>
          {sessions.data ? (
            <SessionsTable
              caption={words.sessions}
              sessions={sessions.data}
              withPerson={false}
              onEnd={(sessionId) => void end(sessionId)}
            />
          ) : (
            !failed && <Skeleton height={120} />
          )}
        </div>
        {others.length > 1 && <Button onClick={() => void endOthers()}>{words.endOthers(others.length)}</Button>}
      </section>
    </div>
  );
}
