import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { LiaisonCoverage } from '#data/schema/records/register-answers.ts';
import { getJson } from '#web/records/shared/send.ts';
import map from './liaison-map.module.css';
import { LiaisonMap } from './liaison-map.tsx';
import css from './register.module.css';
import { words } from './words.ts';

/** Groups and neighborhoods that no officer serves as liaison, on a map and in a list (P3103 V.A.1.a, V.B.2.a). */
export function Unserved() {
  const { data } = useQuery({
    queryKey: ['liaison-coverage'],
    queryFn: () => getJson(LiaisonCoverage, '/api/records/liaison-coverage'),
  });
  if (data === undefined) return null;
  return (
    <section className={css.panel} aria-label={words.unserved}>
      <h2>
        {words.unserved} <span className={css.calm}>{data.without.length}</span>
      </h2>
      <div className={map.beside}>
        <LiaisonMap without={data.without} />
        <div>
          {data.without.length === 0 && <p>{words.unservedNone(data.groups)}</p>}
          <ul>
            {data.without.map(({ groupId, name, kind }) => (
              <li key={groupId} className={css.line}>
                <span>
                  <b>{name}</b> <span className="caption">{kind.replaceAll('-', ' ')}</span>
                </span>
                <Link
                  to="/register/$kind/$entryId"
                  params={{ kind: 'liaison', entryId: 'new' }}
                  search={{ group: groupId }}
                  className="link"
                >
                  {words.assign}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
