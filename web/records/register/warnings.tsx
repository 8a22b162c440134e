import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EarlyWarnings } from '#data/schema/records/register-answers.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './register.module.css';
import { words } from './words.ts';

const SHOWN = 6;

/** What is quietly growing (P3103 V.A.4), each with its evidence and the way to accept it. */
export function Warnings() {
  const { data, error } = useQuery({
    queryKey: ['early-warnings'],
    queryFn: () => getJson(EarlyWarnings, '/api/records/early-warnings'),
  });
  return (
    <section className={css.panel} aria-label={words.warnings}>
      <h2>{words.warnings}</h2>
      <p className="caption">{words.warningsAbout}</p>
      {error && <p>{error.message}</p>}
      {data === undefined && !error && <Skeleton height={80} />}
      {data?.length === 0 && <p>{words.warningsNone}</p>}
      <ul>
        {data?.slice(0, SHOWN).map((warning) => (
          <li key={warning.subject}>
            <b>{warning.group}</b> {warning.category?.replaceAll('-', ' ')}
            {warning.evidence.map(({ signal, rule, rows }) => (
              <p key={signal} className="caption">
                {rule}. {rows.length > 0 && <span className="code">{rows.join(' ')}</span>}
              </p>
            ))}
            <Link
              to="/register/$kind/$entryId"
              params={{ kind: 'potential-problem', entryId: 'new' }}
              search={{ warning: warning.subject.replace('\n', '/') }}
              className="link"
            >
              {words.accept}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
