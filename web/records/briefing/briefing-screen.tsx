import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ApiFailed } from '#web/api.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BackToGroup } from './back-to-group.tsx';
import css from './builder.module.css';
import { Builder } from './builder.tsx';
import { DaysForm } from './days-part.tsx';
import { useDeskQuery, type Wish } from './use-desk.ts';
import { words } from './words.ts';

/** `/groups/$groupId/briefing?meetingId=&from=&to=`: one page for a group, prepared, checked and released. */
export function BriefingScreen() {
  const { groupId = '' } = useParams({ strict: false });
  const wish = useWish();
  const mayRead = useMay('hand-out.read');
  return (
    <div className={css.screen}>
      {mayRead ? (
        <Desk key={`${groupId} ${JSON.stringify(wish)}`} groupId={groupId} wish={wish} />
      ) : (
        <div className={css.alone}>
          <Notice kind="locked" title={words.forbidden} />
        </div>
      )}
    </div>
  );
}

function useWish(): Wish {
  const { meetingId, from, to } = useSearch({ strict: false });
  return useMemo(
    () => ({
      ...(typeof meetingId === 'string' ? { meetingId } : {}),
      ...(typeof from === 'string' ? { from } : {}),
      ...(typeof to === 'string' ? { to } : {}),
    }),
    [meetingId, from, to],
  );
}

function Desk({ groupId, wish }: { groupId: string; wish: Wish }) {
  const { data, error, refetch } = useDeskQuery(groupId, wish);
  if (data) return <Builder groupId={groupId} desk={data} trouble={error} wish={wish} />;
  return (
    <div className={css.alone}>
      <h1 className="visually-hidden">{words.title('')}</h1>
      <BackToGroup groupId={groupId} />
      {error ? (
        <Unread groupId={groupId} wish={wish} error={error} onRetry={() => void refetch()} />
      ) : (
        <div role="status" aria-label={words.loading} className={css.loading}>
          <Skeleton height={40} />
          <Skeleton height={360} />
        </div>
      )}
    </div>
  );
}

/** Days without calls or a group without a boundary are no fault: what to do instead is said, and other days can be asked. */
function Unread({ groupId, wish, error, onRetry }: { groupId: string; wish: Wish; error: Error; onRetry: () => void }) {
  const navigate = useNavigate();
  const status = error instanceof ApiFailed ? error.status : 0;
  const isRefused = status === 422;
  const isFinal = isRefused || status === 403 || status === 404;
  const go = (days: { from: string; to: string }) =>
    void navigate({ to: '/groups/$groupId/briefing', params: { groupId }, search: { ...wish, ...days } });
  return (
    <>
      <Notice
        kind={status === 403 ? 'locked' : isRefused ? 'plain' : 'fault'}
        title={status === 403 ? words.forbidden : isRefused ? words.refused : words.failed}
        actions={isFinal ? null : <Button onClick={onRetry}>{words.again}</Button>}
      >
        {error.message}
      </Notice>
      {isRefused && (
        <>
          <DaysForm from={wish.from ?? ''} to={wish.to ?? ''} onSet={go} />
          <Link to="/groups/$groupId/boundary" params={{ groupId }} className="link">
            {words.toBoundary}
          </Link>
        </>
      )}
    </>
  );
}
