import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import Markdown from 'react-markdown';
import gfm from 'remark-gfm';
import { methodOf } from '#web/methods/frame/catalog.ts';
import { words } from '#web/methods/frame/words.ts';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './how.module.css';
import { PAGES } from './pages.ts';

/** `/how/spike`: the method's own page, the same text that stands beside its code. */
export function HowScreen() {
  const { method = '' } = useParams({ strict: false });
  const load = PAGES.get(method);
  const page = useQuery({
    queryKey: ['how', method],
    queryFn: async () => (await load?.()) ?? '',
    enabled: load !== undefined,
  });
  return (
    <div className={css.screen}>
      <nav className={css.list} aria-label={words.allPages}>
        <h2 className={css.heading}>{words.pageTitle}</h2>
        <ul>
          {[...PAGES.keys()].sort().map((each) => (
            <li key={each}>
              <Link to="/how/$method" params={{ method: each }} aria-current={each === method ? 'page' : undefined}>
                {methodOf(each)?.name ?? titleOf(each)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main className={css.page}>
        {load === undefined && <Quiet title={words.notFound}>{words.notFoundMore}</Quiet>}
        {load !== undefined && page.isPending && <Skeleton height={400} />}
        {page.data && <Markdown remarkPlugins={[gfm]}>{page.data}</Markdown>}
        {methodOf(method) && (
          <p className={css.back}>
            <Link to="/" search={{ method }}>
              {words.back}
            </Link>
          </p>
        )}
      </main>
    </div>
  );
}

/** "hot-cells" as "Hot cells". */
const titleOf = (room: string): string => `${room.charAt(0).toUpperCase()}${room.slice(1).replaceAll('-', ' ')}`;
