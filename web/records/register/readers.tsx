import { useQuery } from '@tanstack/react-query';
import { ObjectiveReaders } from '#data/schema/records/register-answers.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { listed } from '#web/ui/words.ts';
import css from './entry.module.css';

/** Who has read an objective; those who have not, first and by name (V.B.2.b). */
export function Readers({ entryId }: { entryId: string }) {
  const { data, error } = useQuery({
    queryKey: ['register', 'objective', 'readers', entryId],
    queryFn: () => getJson(ObjectiveReaders, `/api/records/objectives/${encodeURIComponent(entryId)}/readers`),
  });
  if (error) return <p>{error.message}</p>;
  if (data === undefined) return <Skeleton height={80} />;
  const unread = data.readers.filter(({ readAt }) => readAt === null);
  const read = data.readers.filter(({ readAt }) => readAt !== null);
  return (
    <section aria-label="Read by">
      <h2>
        Read by {read.length} of {data.readers.length}
      </h2>
      <dl className={css.fact}>
        <dt>Not yet</dt>
        <dd>
          {unread.length === 0
            ? 'Everybody has read it.'
            : listed(
                unread.map(({ name }) => name),
                unread.length,
              )}
        </dd>
      </dl>
      <ul className={css.readers}>
        {read.map(({ personId, name, title, readAt }) => (
          <li key={personId}>
            {title} {name} <span className="caption">{readAt && shortDate(readAt.slice(0, 10))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
