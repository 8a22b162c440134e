import { Link, useNavigate } from '@tanstack/react-router';
import { type MonthToClose, ReportSheet } from '#data/schema/records/report-view.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './reports.module.css';

/** The groups that may have a month of their own (1902.2 A.4): drafted, opened, or as it was sent. */
export function MonthGroups({ month: { groups, period } }: { month: MonthToClose }) {
  const navigate = useNavigate();
  const act = useAct([['reports'], ['month']]);
  if (groups.length === 0) return null;
  const draft = (subject: string) =>
    act.send(async () => {
      const order = { kind: 'monthly-group', period, subject };
      const { report } = await send(ReportSheet, 'POST', '/api/records/reports', order);
      await navigate({ to: '/reports/$reportId', params: { reportId: report.reportId } });
    });
  return (
    <>
      <h2 className={css.heading}>{words.title}</h2>
      <p className="caption">{words.about}</p>
      {act.trouble && (
        <Notice kind="fault" title={words.failedTitle}>
          {act.trouble.message}
        </Notice>
      )}
      <dl className={css.totals}>
        {groups.map(({ groupId, name, reportId, isSent }) => (
          <div key={groupId}>
            <dt>{name}</dt>
            <dd>
              {reportId === null ? (
                <Button small aria-label={words.draftOf(name)} onClick={() => void draft(groupId)}>
                  {words.draft}
                </Button>
              ) : (
                <Link to="/reports/$reportId" params={{ reportId }} className={css.name ?? ''}>
                  {isSent ? words.sent : words.open}
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const words = {
  title: 'Reports of single groups',
  about: 'For a group that asks for one. The same records, of that group alone.',
  draft: 'Draft',
  draftOf: (name: string) => `Draft the month of ${name}`,
  open: 'Open the draft',
  sent: 'Open what was sent',
  failedTitle: 'It was not drafted',
};
