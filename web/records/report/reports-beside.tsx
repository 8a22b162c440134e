import { Link } from '@tanstack/react-router';
import type { ReportLine } from '#data/schema/records/report-view.ts';
import { count } from '#web/ui/words.ts';
import css from './reports.module.css';
import { periodName, words } from './words.ts';

const SHOWN = 8;

/** What comes next by its day, and how many of those sent came by theirs. */
export function ReportsBeside({ lines }: { lines: readonly ReportLine[] }) {
  const next = lines
    .filter(({ sentAt }) => sentAt === null)
    .toSorted((a, b) => a.standing.dueOn.localeCompare(b.standing.dueOn));
  const sent = lines.filter(({ sentAt }) => sentAt !== null);
  return (
    <aside className={css.aside} aria-label={words.beside.title}>
      {next.length > 0 && (
        <section>
          <h2 className={css.heading}>{words.beside.next}</h2>
          <ul className={css.next}>
            {next.slice(0, SHOWN).map((line) => (
              <li key={line.reportId}>
                <Link to="/reports/$reportId" params={{ reportId: line.reportId }} className="link">
                  {line.subjectName}, {periodName(line)}
                </Link>
                <span className="caption">{words.dueOn(line.standing.dueOn)}</span>
              </li>
            ))}
          </ul>
          {next.length > SHOWN && <p className="caption">{words.beside.more(next.length - SHOWN)}</p>}
        </section>
      )}
      {sent.length > 0 && <InTime sent={sent} />}
    </aside>
  );
}

function InTime({ sent }: { sent: readonly ReportLine[] }) {
  const kinds = [...new Set(sent.map(({ kind }) => kind))].toSorted();
  return (
    <section>
      <h2 className={css.heading}>{words.beside.inTime}</h2>
      <table className={css.small}>
        <thead>
          <tr>
            <th scope="col">{words.columns.report}</th>
            <th scope="col" className="number">
              {words.beside.sent}
            </th>
            <th scope="col" className="number">
              {words.beside.byItsDay}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => {
            const ofKind = sent.filter((line) => line.kind === kind);
            return (
              <tr key={kind}>
                <th scope="row">{words.kind[kind]}</th>
                <td className="number">{count(ofKind.length)}</td>
                <td className="number">{count(ofKind.filter(({ standing }) => standing.daysLate <= 0).length)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
