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

/** The pages in the order of the names that are read, not of the rooms they stand in. */
const byName = [...PAGES.keys()]
  .map((room) => ({ room, name: methodOf(room)?.name ?? titleOf(room) }))
  .sort((a, b) => a.name.localeCompare(b.name));

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
          {byName.map(({ room, name }) => (
            <li key={room}>
              <Link to="/how/$method" params={{ method: room }} aria-current={room === method ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <article className={css.page}>
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
      </article>
    </div>
  );
}

/** "hot-cells" as "Hot cells". */
function titleOf(room: string): string {
  return `${room.charAt(0).toUpperCase()}${room.slice(1).replaceAll('-', ' ')}`;
}
