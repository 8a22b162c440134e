import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { HandOutRun } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { OrderForm } from './order-form.tsx';
import { RunReport } from './run-report.tsx';
import css from './runs.module.css';
import { words } from './words.ts';

const SECOND = 1000;
const isGoing = (runs: readonly HandOutRun[] | undefined) =>
  runs?.some(({ pages }) => pages.some(({ state }) => state === 'waiting')) ?? false;

/** `/hand-outs?run=`: one press for every group, how far it is, and what could not be made. */
export function RunsScreen() {
  const { run: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const mayRun = useMay('hand-out.run');
  const runs = useQuery({
    queryKey: ['hand-out-runs'],
    queryFn: () => getJson(HandOutRun.array(), '/api/records/hand-out-runs'),
    refetchInterval: ({ state }) => (isGoing(state.data) ? SECOND : false),
    refetchOnMount: 'always',
  });
  const { data } = runs;
  const shown = data?.find(({ runId }) => runId === asked) ?? data?.[0];
  const pick = (runId: string) => void navigate({ to: '/hand-outs', search: { run: runId } });
  return (
    <div className={css.page}>
      <h1>{words.title}</h1>
      <p className={css.about}>{words.about}</p>
      {!data && (
        <Awaited query={runs} failed={words.failed} forbidden={words.forbidden} reading={words.loading} height={200} />
      )}
      {data && mayRun && <OrderForm isGoing={isGoing(data)} onBegun={pick} />}
      {data?.length === 0 && <Quiet title={words.none}>{words.noneAbout}</Quiet>}
      {shown && <RunReport key={shown.runId} run={shown} mayRun={mayRun} />}
      {data && data.length > 1 && <Earlier runs={data.filter((each) => each !== shown)} onPick={pick} />}
    </div>
  );
}

function Earlier({ runs, onPick }: { runs: readonly HandOutRun[]; onPick: (runId: string) => void }) {
  return (
    <section className={css.earlier}>
      <h2>{words.earlier}</h2>
      <ul>
        {runs.map(({ runId, from, to }) => (
          <li key={runId}>
            <Button look="quiet" onClick={() => onPick(runId)}>
              {`${words.run(runId)}, ${from} to ${to}`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
