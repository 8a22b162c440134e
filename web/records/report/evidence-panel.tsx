import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { figureInWords } from '#analysis/report/printed.ts';
import type { Report } from '#data/schema/records/report.ts';
import { type EvidenceLine, ReportEvidence } from '#data/schema/records/report-view.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { CallsBeside } from './calls-beside.tsx';
import css from './report.module.css';
import type { Picked } from './report-screen.tsx';
import { pathOf } from './use-report.ts';
import { shortName, words } from './words.ts';

/** The records behind what was picked, and what the earlier report said in the same place. */
export function EvidencePanel({
  report,
  groupNames,
  picked,
  onPick,
}: {
  report: Report;
  groupNames: ReportEvidenceNames;
  picked: Picked | null;
  onPick: (picked: Picked) => void;
}) {
  if (picked === null) return <p className={css.hint}>{words.pick}</p>;
  const part = report.parts.find((each) => each.part === picked.part);
  const item = part?.items.find((each) => each.itemId === picked.itemId) ?? null;
  const title = item
    ? `${item.itemId}${item.carriedFrom ? `, since ${shortName(item.carriedFrom)}` : ''}`
    : (part?.title ?? '');
  const about = item ? [item.title, item.groupId ? groupNames[item.groupId] : ''].filter(Boolean).join(', ') : '';
  return (
    <>
      <div className={css.sideHead}>
        <h2>{title}</h2>
        <p className="caption">{about}</p>
      </div>
      {item && CONCERN.test(item.itemId) && <CallsBeside reportId={report.reportId} concernId={item.itemId} />}
      <Behind report={report} picked={picked} onAll={() => onPick({ ...picked, figure: null })} />
    </>
  );
}

const CONCERN = /^C-\d+$/;

type ReportEvidenceNames = Readonly<Record<string, string>>;

function Behind({ report, picked, onAll }: { report: Report; picked: Picked; onAll: () => void }) {
  const { part, itemId, figure } = picked;
  const search = new URLSearchParams({ part, ...(itemId ? { itemId } : {}) });
  const { data, error } = useQuery({
    queryKey: ['report', report.reportId, 'evidence', part, itemId, report.revision],
    queryFn: () => getJson(ReportEvidence, `${pathOf(report.reportId)}/evidence?${search}`),
  });
  if (error) return <p className={css.hint}>{error.message}</p>;
  if (data === undefined) {
    return (
      <div className={css.block} role="status" aria-label={words.loading}>
        <Skeleton height={120} />
      </div>
    );
  }
  const lines = figure ? data.lines.filter(({ recordId }) => figure.rows.includes(recordId)) : data.lines;
  return (
    <>
      <section className={css.block}>
        <h3>
          {figure ? words.evidenceOf(figureInWords(figure)) : words.evidence}
          <i>{words.rows(lines.length)}</i>
        </h3>
        {figure?.value === 0 && <p className={css.hintLine}>{words.noRows}</p>}
        <ul className={css.records}>
          {lines.map((line) => (
            <Line key={line.recordId} line={line} />
          ))}
        </ul>
        {data.missing.length > 0 && <p className="caption">{words.gone(data.missing.length)}</p>}
        {figure && (
          <Button look="quiet" small onClick={onAll}>
            {words.all}
          </Button>
        )}
      </section>
      {data.before && <Before before={data.before} />}
    </>
  );
}

function Line({ line: { recordId, kind, on, title, words: more, concernId } }: { line: EvidenceLine }) {
  return (
    <li>
      <time className="caption" dateTime={on ?? undefined}>
        {on ? shortDate(on) : ''}
      </time>
      <span>
        <RecordLink recordId={recordId} kind={kind} concernId={concernId}>
          {title}
        </RecordLink>
        {more !== '' && <span className="caption">{more}</span>}
      </span>
    </li>
  );
}

type Linked = Pick<EvidenceLine, 'recordId' | 'kind' | 'concernId'> & { children: string };

function RecordLink({ recordId, kind, concernId, children }: Linked) {
  if (kind === 'figure') {
    return (
      <Link to="/figure/$code" params={{ code: recordId }} className={css.record ?? ''}>
        {children}
      </Link>
    );
  }
  if (concernId === null) return children;
  return (
    <Link to="/concerns/$concernId" params={{ concernId }} className={css.record ?? ''}>
      {children}
    </Link>
  );
}

function Before({ before }: { before: NonNullable<ReportEvidence['before']> }) {
  return (
    <section className={css.block}>
      <h3>{words.beforeTitle(shortName(before.reportId))}</h3>
      <blockquote className={css.quote}>
        “{before.said}
        {before.words && ` ${before.words}`}”{before.action && <span>{`${words.action}: ${before.action}`}</span>}
      </blockquote>
      <p className="caption">{words.beforeSent(before.sentAt, before.receivedAt)}</p>
    </section>
  );
}
