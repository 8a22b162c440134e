import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod';
import type { Meeting } from '#data/schema/records/contact.ts';
import { HandOut } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Tag } from '#web/ui/tag.tsx';
import css from './meeting.module.css';
import { noneOf, Part } from './meeting-parts.tsx';
import { words } from './words.ts';

const fileOf = (handOutId: string, language: 'en' | 'es') =>
  `/api/records/hand-outs/${encodeURIComponent(handOutId)}.${language}.letter.pdf`;

/** The pages that were released for a meeting. Each stays as it was handed out, also once the meeting is over. */
export function HandOutsPart({ meeting: { meetingId, status } }: { meeting: Meeting }) {
  const query = useQuery({
    queryKey: ['hand-outs', 'of-meeting', meetingId],
    queryFn: () => getJson(z.array(HandOut), `/api/records/hand-outs?meetingId=${encodeURIComponent(meetingId)}`),
    enabled: useMay('hand-out.read'),
  });
  if (query.fetchStatus === 'idle' && query.data === undefined && query.error === null) return null; // not for this role
  const pages = query.data ?? [];
  return (
    <Part
      title={status === 'held' ? words.pagesUsed : words.pagesFor}
      none={query.data === undefined ? null : noneOf(pages, words.noPages)}
    >
      <Awaited query={query} failed={words.pagesFailed} reading={words.pagesReading} height={48} />
      <ul className={css.rows}>
        {pages.map(({ handOutId, from, to, code, releasedAt, withdrawnAt }) => (
          <li key={handOutId}>
            <Link to="/hand-outs/$handOutId" params={{ handOutId }} className="link">
              {words.pageOf(shortDate(from), longDate(to))}
            </Link>{' '}
            {withdrawnAt !== null && <Tag>{words.pageWithdrawn}</Tag>}
            <span className={css.state}>
              <span className="caption">
                {words.pageReleased(longDate(releasedAt.slice(0, 10)))} <span className="code">{code}</span>
              </span>{' '}
              <a className="link" href={fileOf(handOutId, 'en')}>
                {words.pagePdf.en}
              </a>
              {', '}
              <a className="link" href={fileOf(handOutId, 'es')}>
                {words.pagePdf.es}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
