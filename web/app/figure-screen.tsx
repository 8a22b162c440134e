import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { type Figure, findFigure } from '#web/ask/figures.ts';
import { useMay } from '#web/ask/session.tsx';
import { PLAIN_VIEW, type View, writeView } from '#web/ask/view.ts';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { NoCalls } from './calls-door.tsx';
import css from './shell.module.css';
import { Stopped } from './stopped.tsx';
import { words } from './words.ts';

/** `/figure/CB-7K4M-02Q9`: asks what the printed code stands for, and shows that question again, of the same calls. */
export function FigureScreen() {
  const { code = '' } = useParams({ strict: false });
  const mayRead = useMay('map.read');
  const figure = useQuery({ queryKey: ['figure', code], queryFn: () => findFigure(code), enabled: mayRead });
  if (!mayRead) return <NoCalls />;
  if (figure.isError) return <Stopped error={figure.error} onRetry={() => figure.refetch()} />;
  if (figure.isPending) {
    return (
      <div className={css.page}>
        <Skeleton width={240} />
        <p role="status">{words.figureOpening}</p>
      </div>
    );
  }
  if (figure.data === null) {
    return (
      <div className={css.page}>
        <Quiet title={words.figureUnknownTitle}>{words.figureUnknown(code)}</Quiet>
      </div>
    );
  }
  const search = { ...writeView(viewOf(figure.data)), figure: code, data: figure.data.manifest };
  return <Navigate to="/" search={search} replace />;
}

function viewOf({ question: { method, filter }, shown = {} }: Figure): View {
  const { from, to, ...rest } = filter;
  if (method !== 'explore') return { ...PLAIN_VIEW, filter: rest, window: { from, to }, method, options: shown };
  const [only, ...others] = filter.areas;
  const area = only !== undefined && others.length === 0 ? only : null;
  return { ...PLAIN_VIEW, filter: rest, window: { from, to }, area };
}
