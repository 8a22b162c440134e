import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Briefing } from '#data/schema/records/briefing.ts';
import { ApiFailed } from '#web/api.ts';
import { tellAudit } from '#web/ask/tell-audit.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './briefing.module.css';
import { BriefingPaper } from './briefing-paper.tsx';
import { words } from './words.ts';

/** `/groups/$groupId/briefing?from=&to=`: what was called in here, on one page as it is handed out. */
export function BriefingScreen() {
  const { groupId = '' } = useParams({ strict: false });
  const { from, to } = useSearch({ strict: false });
  const days = { ...(typeof from === 'string' ? { from } : {}), ...(typeof to === 'string' ? { to } : {}) };
  const asked = useQuery({
    queryKey: ['briefing', groupId, days],
    queryFn: () =>
      getJson(Briefing, `/api/records/groups/${encodeURIComponent(groupId)}/briefing?${new URLSearchParams(days)}`),
  });
  const { data, error } = asked;
  return (
    <div className={css.screen}>
      <h1 className="visually-hidden">{words.title}</h1>
      <div className={css.desk}>
        <Link to="/groups/$groupId" params={{ groupId }} className={css.back ?? ''}>
          <Icon name="left" size={12} />
          {words.back}
        </Link>
        <Days key={data ? `${data.from} ${data.to}` : 'asked'} groupId={groupId} days={data ?? days} />
        {data && <PrintButton briefing={data} />}
      </div>
      {asked.isPending && (
        <div className={css.paper} role="status" aria-label={words.loading}>
          <Skeleton height={420} />
        </div>
      )}
      {error && <Unread error={error} onRetry={() => void asked.refetch()} />}
      {data && <BriefingPaper briefing={data} />}
    </div>
  );
}

function Days({ groupId, days }: { groupId: string; days: { from?: string; to?: string } }) {
  const navigate = useNavigate();
  const [from, setFrom] = useState(days.from ?? '');
  const [to, setTo] = useState(days.to ?? '');
  const go = (search: Record<string, string>) =>
    void navigate({ to: '/groups/$groupId/briefing', params: { groupId }, search });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
  };
  return (
    <form className={css.days} aria-label={words.days} onSubmit={submit}>
      <Field type="date" label={words.from} value={from} max={to} onChange={(e) => setFrom(e.currentTarget.value)} />
      <Field type="date" label={words.to} value={to} min={from} onChange={(e) => setTo(e.currentTarget.value)} />
      <Button type="submit">{words.show}</Button>
      <Button look="quiet" onClick={() => go({})}>
        {words.sinceMeeting}
      </Button>
    </form>
  );
}

function PrintButton({ briefing: { groupId, from, to } }: { briefing: Briefing }) {
  const print = () => {
    tellAudit({ action: 'print', kind: 'briefing', recordId: groupId, words: `Hand-out totals, ${from} to ${to}` });
    window.print();
  };
  return (
    <Button look="filled" onClick={print}>
      {words.print}
    </Button>
  );
}

/** Days without calls or a group without a boundary are no fault: what to choose instead is said, and the days stay. */
function Unread({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const status = error instanceof ApiFailed ? error.status : 0;
  const isFinal = status === 403 || status === 404 || status === 422;
  return (
    <div className={css.unread}>
      <Notice
        kind={status === 403 ? 'locked' : status === 422 ? 'plain' : 'fault'}
        title={status === 403 ? words.forbidden : status === 422 ? words.refused : words.failed}
        actions={isFinal ? null : <Button onClick={onRetry}>{words.again}</Button>}
      >
        {error.message}
      </Notice>
    </div>
  );
}
