import { Link, useParams } from '@tanstack/react-router';
import { stateOf } from '#data/register/catalog.ts';
import type { ProjectChange } from '#data/schema/records/project-change.ts';
import { ApiFailed } from '#web/api.ts';
import { useSession } from '#web/ask/session.tsx';
import { tellAudit } from '#web/ask/tell-audit.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { Assessment } from './assessment.tsx';
import css from './project.module.css';
import { Steps } from './steps.tsx';
import { useChange } from './use-change.ts';
import { words } from './words.ts';

/** `/projects/$entryId`: a problem-oriented project in its four steps, and what its calls say before and after. */
export function ProjectScreen() {
  const { entryId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useChange(entryId);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.screen} role="region" aria-label={words.region} tabIndex={0}>
      <nav className={css.crumbs} aria-label={words.register}>
        <Link to="/register" className="link">
          {words.register}
        </Link>
        ›
        <Link to="/register/$kind" params={{ kind: 'project' }} className="link">
          {words.projects}
        </Link>
      </nav>
      {isPending && (
        <div role="status" aria-label={words.reading}>
          <Skeleton height={420} />
        </div>
      )}
      {error && <Unread error={error} onRetry={() => void refetch()} />}
      {data && <Page change={data} />}
    </div>
  );
}

function Page({ change }: { change: ProjectChange }) {
  const { entry, groupName, sentence, state } = change;
  const { name, nowLocal } = useSession();
  const print = () => {
    tellAudit({ action: 'print', kind: 'project', recordId: entry.entryId, words: 'Before and after, internal' });
    window.print();
  };
  const began = entry.fields.beganOn;
  return (
    <article className={css.page}>
      <header className={css.head}>
        <div className={css.title}>
          <h1>{entry.title}</h1>
          <p className={css.facts}>
            <span className="code">{entry.entryId}</span>
            <Tag look="line">{stateOf('project', entry.status)?.label ?? entry.status}</Tag>
            {groupName !== null && entry.groupId !== null && (
              <Link to="/groups/$groupId" params={{ groupId: entry.groupId }} className="link">
                {groupName}
              </Link>
            )}
            <span>{typeof began === 'string' ? words.began(began) : words.notBegun}</span>
          </p>
        </div>
        <div className={css.acts}>
          <Record entryId={entry.entryId} label={words.record} />
          <Button look="filled" onClick={print}>
            {words.print}
          </Button>
        </div>
      </header>
      {state === 'counted' ? (
        <p className={`answer ${css.answer}`}>{sentence}</p>
      ) : (
        <Notice
          kind="plain"
          title={words.missing}
          actions={FILLED_BY_HAND.has(state) && <Record entryId={entry.entryId} label={words.mend} />}
        >
          {sentence}
        </Notice>
      )}
      <Steps change={change} />
      <Assessment change={change} />
      <p className={css.internal}>{words.internal(name, nowLocal)}</p>
    </article>
  );
}

const FILLED_BY_HAND = new Set<ProjectChange['state']>(['no-day', 'no-ground', 'no-kind', 'no-control', 'no-boundary']);

const Record = ({ entryId, label }: { entryId: string; label: string }) => (
  <Link to="/register/$kind/$entryId" params={{ kind: 'project', entryId }} className={css.record ?? ''}>
    {label}
  </Link>
);

function Unread({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const status = error instanceof ApiFailed ? error.status : 0;
  return (
    <Notice
      kind={status === 403 ? 'locked' : 'fault'}
      title={status === 403 ? words.forbidden : words.failed}
      actions={status === 403 || status === 404 ? null : <Button onClick={onRetry}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}
