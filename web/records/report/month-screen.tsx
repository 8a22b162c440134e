import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { monthPeriod, periodBefore } from '#analysis/report/period.ts';
import { MonthToClose, ReportSheet } from '#data/schema/records/report-view.ts';
import type { Role } from '#data/schema/release-level.ts';
import { useSession } from '#web/ask/session.tsx';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { MonthGroups } from './month-groups.tsx';
import css from './reports.module.css';
import { Failed, State } from './reports-screen.tsx';
import { monthInFull, words } from './words.ts';

/** `/reports/close/2026-11`: what is missing in the month, what it comes to, and the way into its report. */
export function MonthScreen() {
  const { month = '' } = useParams({ strict: false });
  const { role } = useSession();
  const whose = isForDivision(role) ? 'division' : 'mine';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['month', month, whose],
    queryFn: () => getJson(MonthToClose, `/api/records/months/${encodeURIComponent(month)}?whose=${whose}`),
    refetchOnMount: 'always',
  });
  return (
    <div className={css.page}>
      {isPending && (
        <div role="status" aria-label={words.monthLoading}>
          <Skeleton height={220} />
        </div>
      )}
      {!data && <h1 className="visually-hidden">{words.title}</h1>}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && <Month month={data} />}
    </div>
  );
}

/** Who closes the division's month; an officer closes an own one. */
const isForDivision = (role: Role): boolean => role === 'section-commander' || role === 'coordinator';

function Month({ month }: { month: MonthToClose }) {
  const { gaps, totals, period, standing } = month;
  const before = periodBefore(monthPeriod(period)).name;
  return (
    <>
      <header className={css.head}>
        <h1>{words.monthTitle(monthInFull(period))}</h1>
        <div className={css.begin}>
          <State line={{ standing }} />
          <Link to="/reports/close/$month" params={{ month: before }} className={css.quiet ?? ''}>
            {words.earlierMonth}
          </Link>
          <Open month={month} />
        </div>
      </header>
      <p className="answer">{words.gapsAnswer(gaps.length)}</p>
      {gaps.length > 0 && <p className="caption">{words.gapsNote}</p>}
      <ol className={css.gaps}>
        {gaps.map(({ kind, recordId, groupId, title, said }) => (
          <li key={`${kind}/${recordId}`}>
            <span>
              <span className={css.late}>
                <Icon name="fault" size={13} />
                {words.gap[kind]}
              </span>
            </span>
            <div>
              <Mend kind={kind} groupId={groupId}>
                {title}
              </Mend>
              <p className={css.said}>{said}</p>
            </div>
          </li>
        ))}
      </ol>
      <h2 className={css.heading}>{words.totals}</h2>
      <dl className={css.totals}>
        {totals.map(({ part, title, said }) => (
          <div key={part}>
            <dt>{title}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <MonthGroups month={month} />
    </>
  );
}

type Gap = MonthToClose['gaps'][number];

/** Where a gap is mended: the list of what is silent or unread, else the group's own page. */
function Mend({ kind, groupId, children }: Pick<Gap, 'kind' | 'groupId'> & { children: string }) {
  if (kind === 'silent-referral')
    return (
      <Link to="/referrals" className={css.name ?? ''}>
        {children}
      </Link>
    );
  if (kind === 'not-acknowledged')
    return (
      <Link to="/escalations" className={css.name ?? ''}>
        {children}
      </Link>
    );
  if (groupId === null) return <b>{children}</b>;
  return (
    <Link to="/groups/$groupId" params={{ groupId }} className={css.name ?? ''}>
      {children}
    </Link>
  );
}

function Open({ month: { reportId, period, standing } }: { month: MonthToClose }) {
  const { role, personId } = useSession();
  const navigate = useNavigate();
  const act = useAct([['reports'], ['month']]);
  if (reportId !== null) {
    return (
      <Link to="/reports/$reportId" params={{ reportId }} className={css.filled ?? ''}>
        {standing.state === 'sent' || standing.state === 'received' ? words.openReport : words.openDraft}
      </Link>
    );
  }
  const isDivision = isForDivision(role);
  const order = {
    kind: isDivision ? 'monthly-division' : 'monthly-officer',
    period,
    subject: isDivision ? null : personId,
  };
  const draft = () =>
    act.send(async () => {
      const { report } = await send(ReportSheet, 'POST', '/api/records/reports', order);
      await navigate({ to: '/reports/$reportId', params: { reportId: report.reportId } });
    });
  return (
    <>
      {act.trouble && (
        <Notice kind="fault" title={words.failedTitle}>
          {act.trouble.message}
        </Notice>
      )}
      <Button look="filled" onClick={() => void draft()}>
        {words.draftIt}
      </Button>
    </>
  );
}
