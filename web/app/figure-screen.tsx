import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from '@tanstack/react-router';
import { HandOut } from '#data/schema/records/hand-out.ts';
import { ApiFailed } from '#web/api.ts';
import { type Figure, findFigure } from '#web/ask/figures.ts';
import { useMay } from '#web/ask/session.tsx';
import { PLAIN_VIEW, type View, writeView } from '#web/ask/view.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { NoCalls } from './calls-door.tsx';
import css from './shell.module.css';
import { Stopped } from './stopped.tsx';
import { words } from './words.ts';

/** `/figure/CB-7K4M-02Q9`: asks what the printed code stands for, and shows that question again, of the same calls; or the page that it is on. */
export function FigureScreen() {
  const { code = '' } = useParams({ strict: false });
  const mayRead = useMay('extract.read');
  const mayReadPages = useMay('hand-out.read');
  const figure = useQuery({ queryKey: ['figure', code], queryFn: () => findFigure(code), enabled: mayRead });
  const page = useQuery({
    queryKey: ['hand-out-code', code],
    queryFn: () => findHandOut(code),
    enabled: mayReadPages && (!mayRead || figure.data === null),
  });
  if (page.data) return <Navigate to="/hand-outs/$handOutId" params={{ handOutId: page.data }} replace />;
  if (!mayRead && page.isFetching) return <Looking />;
  if (!mayRead) return <NoCalls />;
  if (figure.isError) return <Stopped error={figure.error} onRetry={() => figure.refetch()} />;
  if (page.isError) return <Stopped error={page.error} onRetry={() => page.refetch()} />;
  if (figure.isPending || page.isFetching) return <Looking />;
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

function Looking() {
  return (
    <div className={css.page}>
      <Skeleton width={240} />
      <p role="status">{words.figureOpening}</p>
    </div>
  );
}

/** The page that was handed out with this code, or null where none was. */
async function findHandOut(code: string): Promise<string | null> {
  try {
    return (await getJson(HandOut, `/api/records/hand-out-codes/${encodeURIComponent(code)}`)).handOutId;
  } catch (cause) {
    if (cause instanceof ApiFailed && (cause.status === 404 || cause.status === 422)) return null;
    throw cause;
  }
}

function viewOf({ question: { method, filter }, shown = {} }: Figure): View {
  const { from, to, ...rest } = filter;
  if (method !== 'explore') return { ...PLAIN_VIEW, filter: rest, window: { from, to }, method, options: shown };
  const [only, ...others] = filter.areas;
  const area = only !== undefined && others.length === 0 ? only : null;
  return { ...PLAIN_VIEW, filter: rest, window: { from, to }, area };
}
