import { useQuery } from '@tanstack/react-query';
import { ReportCalls } from '#data/schema/records/report-view.ts';
import { useMay } from '#web/ask/session.tsx';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import { getJson } from '#web/records/shared/send.ts';
import css from './report.module.css';
import { pathOf } from './use-report.ts';
import { words } from './words.ts';

/** The calls of a concern's kind in its group, with their usual range and the day it was heard. Nothing where none are counted. */
export function CallsBeside({ reportId, concernId }: { reportId: string; concernId: string }) {
  const mayCount = useMay('briefing.read');
  const { data } = useQuery({
    queryKey: ['report', reportId, 'calls', concernId],
    queryFn: () => getJson(ReportCalls.nullable(), `${pathOf(reportId)}/calls?${new URLSearchParams({ concernId })}`),
    enabled: mayCount,
  });
  const first = data?.weeks[0];
  if (!data || first === undefined) return null;
  const title = words.callsTitle(data.label, data.groupName);
  const marks = data.heardOn >= first.week ? [{ day: data.heardOn, label: words.heard, kind: 'event' as const }] : [];
  return (
    <section className={css.block}>
      <h3>{title}</h3>
      <WeeksChart points={data.weeks} label={title} height={150} marks={marks} />
      <p className={css.saidCalls}>{data.said}</p>
      <p className="caption">{words.callsNote}</p>
    </section>
  );
}
