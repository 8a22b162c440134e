import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import { isWaitingFor } from '#analysis/duty/addressed.ts';
import { Notice } from '#data/schema/records/notice.ts';
import { parseAddress } from '#web/ask/address.ts';
import { useSession } from '#web/ask/session.tsx';
import { shortDate } from '#web/chart/week-axis.ts';
import { getJson } from '#web/records/shared/send.ts';
import { AcknowledgeButton } from './acknowledge-button.tsx';
import css from './page.module.css';
import { Unread } from './reading.tsx';
import { DUTIES_KEY } from './use-board.ts';
import { words } from './words.ts';

/** Notices that wait for this reader, acknowledged where they are read; `none` is said where nothing waits. */
export function Waiting({ none }: { none: string | null }) {
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: [...DUTIES_KEY, 'notices'],
    queryFn: () => getJson(z.array(Notice), '/api/records/notices?scope=mine'),
  });
  if (error) return <Unread trouble={error} onRetry={refetch} />;
  const waiting = (data ?? []).filter((notice) => isWaitingFor(notice, session));
  if (waiting.length === 0 && none === null) return null;
  return (
    <section className={css.shelf} aria-labelledby="waiting-notices">
      <h2 id="waiting-notices">
        {words.waiting} <span>{waiting.length}</span>
      </h2>
      {waiting.length === 0 && <p className="caption">{none}</p>}
      <ul className={css.notices}>
        {waiting.map((notice) => (
          <li key={notice.noticeId}>
            <Told notice={notice} />
            <AcknowledgeButton notice={notice} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const WAY = /^In Commonbeat: (\/\S*)$/m;

/** The words as they were sent; the way that a mail spells out is a link here. */
function Told({ notice: { title, words: said, sentAt, clause } }: { notice: Notice }) {
  const [path, query = ''] = WAY.exec(said)?.[1]?.split('?') ?? [];
  return (
    <div>
      <b>{title}</b>
      <p>{said.replace(WAY, '').trimEnd()}</p>
      <span className="caption">
        {words.sent(shortDate(sentAt.slice(0, 10)))}, {clause}
      </span>{' '}
      {path && (
        <Link to={path} search={parseAddress(query)} className="link">
          {words.openIt}
        </Link>
      )}
    </div>
  );
}
