import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { monthOf, periodBefore, quarterOf } from '#analysis/report/period.ts';
import { ReportLine, ReportSheet } from '#data/schema/records/report-view.ts';
import { ApiFailed } from '#web/api.ts';
import { useSession } from '#web/ask/session.tsx';
import shared from '#web/records/shared/page.module.css';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './reports.module.css';
import { ReportsBeside } from './reports-beside.tsx';
import { monthInFull, periodName, words } from './words.ts';

type Whose = 'mine' | 'team' | 'receive';

/** `/reports`: what is late and due first, one's own, everybody's, and what waits to be received. */
export function ReportsScreen() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['reports'],
    queryFn: () => getJson(ReportLine.array(), '/api/records/reports'),
    refetchOnMount: 'always',
  });
  return (
    <div className={css.page}>
      {isPending && (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={220} />
        </div>
      )}
      {!data && <h1 className="visually-hidden">{words.title}</h1>}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && <Listed lines={data} />}
    </div>
  );
}

export function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? words.forbiddenTitle : words.failedTitle}
      actions={isForbidden ? null : <Button onClick={onRetry}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}

function Listed({ lines }: { lines: readonly ReportLine[] }) {
  const { role } = useSession();
  const { whose: asked } = useSearch({ strict: false });
  const navigate = useNavigate();
  const lists: Record<Whose, readonly ReportLine[]> = {
    mine: lines.filter(({ isMine }) => isMine),
    team: lines,
    receive: lines.filter(({ status, receivesRole }) => status === 'sent' && receivesRole === role),
  };
  const usual: Whose = lists.receive.length > 0 ? 'receive' : lists.mine.length > 0 ? 'mine' : 'team';
  const whose: Whose = isWhose(asked) ? asked : usual;
  const there = lists[whose];
  const at = (state: string) => there.filter(({ standing }) => standing.state === state).length;
  return (
    <>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <Begin lines={lines} />
      </header>
      <p className="answer">{words.answer(at('late'), at('due'))}</p>
      <div className={css.choice}>
        <Segmented
          label={words.whose}
          value={whose}
          onChange={(value) => void navigate({ to: '/reports', search: { whose: value } })}
          segments={[
            { value: 'mine', label: words.mine },
            { value: 'team', label: words.team },
            { value: 'receive', label: `${words.receive} (${lists.receive.length})` },
          ]}
        />
        <span className="caption">{words.order}</span>
      </div>
      {there.length === 0 ? (
        <Quiet title={words.noneTitle}>{words.noneOf[whose]}</Quiet>
      ) : (
        <div className={shared.beside}>
          <Table lines={there} />
          <ReportsBeside lines={there} />
        </div>
      )}
    </>
  );
}

const isWhose = (value: unknown): value is Whose => value === 'mine' || value === 'team' || value === 'receive';

function Table({ lines }: { lines: readonly ReportLine[] }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.columns.report}</th>
          <th scope="col">{words.columns.whose}</th>
          <th scope="col">{words.columns.state}</th>
          <th scope="col">{words.columns.day}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.reportId}>
            <th scope="row">
              <Link to="/reports/$reportId" params={{ reportId: line.reportId }} className={css.name ?? ''}>
                {words.kind[line.kind]}, {periodName(line)}
              </Link>
              {line.amends && <span className="caption"> {words.amends(line.amends)}</span>}
            </th>
            <td>{line.subjectName}</td>
            <td>
              <State line={line} />
            </td>
            <td>{line.sentAt ? words.sentOn(line.sentAt) : words.dueOn(line.standing.dueOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A state of duty: a sign and a word, never a verdict's glyph and never a hue. */
export function State({ line: { standing } }: { line: Pick<ReportLine, 'standing'> }) {
  const said = words.standingWords(standing);
  if (standing.state === 'late' || standing.state === 'due') {
    return (
      <span className={standing.state === 'late' ? css.late : css.due}>
        <Icon name={standing.state === 'late' ? 'fault' : 'clock'} size={13} />
        {said}
      </span>
    );
  }
  return standing.state === 'received' ? (
    <span className={css.plain}>
      <Icon name="check" size={13} />
      {said}
    </span>
  ) : (
    <Tag look="line">{said}</Tag>
  );
}

/** What one may begin now: the month that ended last, and the quarter. */
function Begin({ lines }: { lines: readonly ReportLine[] }) {
  const { role, nowLocal } = useSession();
  const navigate = useNavigate();
  const act = useAct([['reports']]);
  const today = nowLocal.slice(0, 10);
  const month = periodBefore(monthOf(today)).name;
  if (role === 'officer' || role === 'section-commander') {
    return (
      <Link to="/reports/close/$month" params={{ month }} className={css.filled ?? ''}>
        {words.closeMonth(monthInFull(month))}
      </Link>
    );
  }
  if (role !== 'coordinator') return null;
  const draft = (period: string) => () =>
    void act.send(async () => {
      const order = { kind: 'quarterly', period, subject: null };
      const { report } = await send(ReportSheet, 'POST', '/api/records/reports', order);
      await navigate({ to: '/reports/$reportId', params: { reportId: report.reportId } });
    });
  const now = quarterOf(today);
  const isThere = (name: string) => lines.some(({ reportId }) => reportId === name);
  const nameOf = ({ from }: { from: string }) => periodName({ kind: 'quarterly', from });
  const before = periodBefore(now);
  return (
    <div className={css.begin}>
      <Link to="/reports/close/$month" params={{ month }} className={css.quiet ?? ''}>
        {words.closeMonth(monthInFull(month))}
      </Link>
      {act.trouble && <span role="alert">{act.trouble.message}</span>}
      {!isThere(before.name) && <Button onClick={draft(before.name)}>{words.draftQuarter(nameOf(before))}</Button>}
      {isThere(now.name) ? (
        <Link to="/reports/$reportId" params={{ reportId: now.name }} className={css.filled ?? ''}>
          {words.openQuarter(nameOf(now))}
        </Link>
      ) : (
        <Button look="filled" onClick={draft(now.name)}>
          {words.draftQuarter(nameOf(now))}
        </Button>
      )}
    </div>
  );
}
