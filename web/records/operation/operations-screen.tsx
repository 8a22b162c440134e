import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JobRun } from '#data/schema/records/job.ts';
import { Operations, type Posting } from '#data/schema/records/operation.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import shared from '#web/records/shared/page.module.css';
import { getJson } from '#web/records/shared/send.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { CallFiles } from './call-files.tsx';
import css from './operations.module.css';
import { words } from './words.ts';

/** `/operations`: how the server's own work goes, for whoever runs it. */
export function OperationsScreen() {
  const mayRead = useMay('operations.read');
  const mayReadLetters = useMay('mail.review');
  const query = useQuery({
    queryKey: ['operations'],
    queryFn: () => getJson(Operations, '/api/records/operations'),
    enabled: mayRead,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  const { data } = query;
  if (!mayRead) {
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.forbiddenTitle} />
      </div>
    );
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        {mayReadLetters && <Link to="/letters">{words.letters}</Link>}
      </header>
      <Awaited query={query} failed={words.failedTitle} reading={words.loading} height={240} />
      {data && <State state={data} />}
    </div>
  );
}

function State({ state: { jobs, feed, letters, mail, database } }: { state: Operations }) {
  const unsent = letters.filter(({ status }) => status !== 'sent');
  const behind = database.stepsKnown - database.stepsDone;
  return (
    <>
      <p className="answer">
        {words.answer(jobs.filter(({ isDone }) => !isDone).length, unsent.length, feed.waiting.length)}
      </p>
      {mail.from === null && (
        <Notice kind="plain" title={words.noServerTitle}>
          {words.noServer}
        </Notice>
      )}
      <div className={shared.beside}>
        <div className={css.parts}>
          <CallFiles feed={feed} />
          <section>
            <h2>{words.jobs}</h2>
            {jobs.length === 0 ? <p>{words.noJobs}</p> : <Jobs jobs={jobs} />}
          </section>
          <section>
            <h2>{words.postTitle}</h2>
            {unsent.length === 0 ? <p>{words.noPost}</p> : <Post letters={unsent} />}
          </section>
        </div>
        <aside className={css.parts} aria-label={words.aside}>
          <section>
            <h2>{words.mail}</h2>
            {mail.from !== null && <p>{words.out(mail.from)}</p>}
            <p>{mail.address === null ? words.noBox : words.box(mail.address)}</p>
          </section>
          <section>
            <h2>{words.database}</h2>
            <p>{words.databaseIs(database.version, (database.sizeBytes / 1_000_000).toFixed(0))}</p>
            <p>
              {behind === 0 ? words.upToDate(database.stepsKnown) : behind > 0 ? words.behind(behind) : words.newer}
            </p>
            <p className={css.caption}>{words.doctor}</p>
          </section>
        </aside>
      </div>
    </>
  );
}

function Jobs({ jobs }: { jobs: readonly JobRun[] }) {
  const { nowLocal } = useSession();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.job}</th>
          <th scope="col">{words.last}</th>
          <th scope="col">{words.came}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ name, at, isDone, words: said }) => (
          <tr key={name}>
            <th scope="row">{words.jobNames[name] ?? name}</th>
            <td>{momentInWords(at, nowLocal)}</td>
            <td>
              <Tag look={isDone ? 'line' : 'ground'}>{isDone ? words.done : words.failed}</Tag> {said}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Post({ letters }: { letters: readonly Posting[] }) {
  const { nowLocal } = useSession();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.to}</th>
          <th scope="col">{words.queued}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.tries}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {letters.map(({ mailOutId, to, queuedAt, status, tries, lastError }) => (
          <tr key={mailOutId}>
            <th scope="row">{to.join(', ')}</th>
            <td>{momentInWords(queuedAt, nowLocal)}</td>
            <td>
              <Tag look={status === 'failed' ? 'ground' : 'line'}>{words.states[status]}</Tag>
            </td>
            <td>{words.tried(tries)}</td>
            <td>{lastError ?? words.notTried}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
