import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { needsAction } from '#analysis/report/lacks.ts';
import type { Report, ReportFigure } from '#data/schema/records/report.ts';
import type { ReportSheet } from '#data/schema/records/report-view.ts';
import { Icon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Conflict } from './conflict.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { Paper } from './paper.tsx';
import { PrintTwin } from './print-twin.tsx';
import { Rail } from './rail.tsx';
import css from './report.module.css';
import { Failed } from './reports-screen.tsx';
import { useReportDesk, useSheet } from './use-report.ts';
import { words } from './words.ts';

/** What the reader looks behind: an item, and of it perhaps one figure. */
export type Picked = { readonly part: string; readonly itemId: string | null; readonly figure: ReportFigure | null };

/** `/reports/2026-Q4`: the parts at the left, the paper in the middle, what stands behind it at the right. */
export function ReportScreen() {
  const { reportId = '' } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useSheet(reportId);
  if (data) return <Desk key={reportId} sheet={data} />;
  return (
    <div className={css.alone}>
      <h1 className="visually-hidden">{words.title}</h1>
      {isPending && (
        <div role="status" aria-label={words.loading}>
          <Skeleton height={320} />
        </div>
      )}
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      <Link to="/reports" className="link">
        {words.back}
      </Link>
    </div>
  );
}

function Desk({ sheet }: { sheet: ReportSheet }) {
  const desk = useReportDesk(sheet);
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const [chosen, setPicked] = useState<Picked | null>(null);
  const { shown } = desk;
  const { reportId } = shown;
  const first = shown.parts[0]?.part ?? '';
  const part =
    shown.parts.find((each) => each.part === search.part)?.part ?? (search.part === 'summary' ? 'summary' : first);
  const picked = chosen?.part === part ? chosen : firstToRead(shown, part);
  const open = (next: string, itemId: string | null = null) => {
    setPicked(itemId === null ? null : { part: next, itemId, figure: null });
    void navigate({ to: '/reports/$reportId', params: { reportId }, search: { part: next } });
  };
  return (
    <>
      <div className={css.columns}>
        <Rail sheet={sheet} desk={desk} part={part} onOpen={open} />
        <div className={css.ground}>
          {desk.clash && (
            <Conflict clash={desk.clash} shown={shown} onMine={desk.keepMine} onTheirs={desk.takeTheirs} />
          )}
          <Paper sheet={sheet} desk={desk} part={part} picked={picked} onPick={setPicked} />
        </div>
        <aside className={css.side} aria-label={words.evidence}>
          <EvidencePanel report={shown} groupNames={sheet.groupNames} picked={picked} onPick={setPicked} />
          <div className={css.documents}>
            <a className={css.document} href={documentOf(reportId, 'pdf')} target="_blank" rel="noreferrer">
              <Icon name="export" />
              {words.pdf}
            </a>
            <a className={css.document} href={documentOf(reportId, 'docx')} download>
              {words.word}
            </a>
            <a className="link" href={documentOf(reportId, 'html')} target="_blank" rel="noreferrer">
              {words.page}
            </a>
          </div>
        </aside>
      </div>
      <PrintTwin report={shown} />
    </>
  );
}

/** Nothing chosen yet: what still needs an action, else the first of the part. */
function firstToRead({ parts }: Report, part: string): Picked | null {
  const items = parts.find((each) => each.part === part)?.items ?? [];
  const item = items.find(needsAction) ?? items[0];
  return item ? { part, itemId: item.itemId, figure: null } : null;
}

const documentOf = (reportId: string, ending: string) =>
  `/api/records/reports/${encodeURIComponent(reportId)}/report.${ending}`;
