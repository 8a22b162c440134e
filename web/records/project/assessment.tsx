import { addDays } from '#analysis/shared/days.ts';
import type { ProjectChange } from '#data/schema/records/project-change.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { Icon } from '#web/ui/icons.tsx';
import { LinesChart } from './lines-chart.tsx';
import css from './project.module.css';
import { words } from './words.ts';

type Found = NonNullable<ProjectChange['found']>;

/** The fourth step: the weeks before and after, when we will know, the rows, and what the department makes of it. */
export function Assessment({ change }: { change: ProjectChange }) {
  const { entry, found, more, whenKnown, leftOut, source, caveat, convention } = change;
  const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  const [summary, adjust] = [said(entry.fields.summary), said(entry.fields.adjust)];
  return (
    <section className={css.assessment} data-here={entry.status === 'assessment'} aria-label={words.steps.assessment}>
      <h2>4 {words.steps.assessment}</h2>
      {found !== null && found.lines.length > 0 && <LinesChart found={found} />}
      <div className={css.pair}>
        <div className={css.behind}>
          {more.map((each) => (
            <p key={each}>{each}</p>
          ))}
          {whenKnown !== null && (
            <p className={css.when}>
              <Icon name="clock" size={14} />
              <span>
                <b>{words.when}.</b> {whenKnown}
              </span>
            </p>
          )}
          {summary !== null && (
            <dl className={css.fact}>
              <dt>{words.sum}</dt>
              <dd>{summary}</dd>
            </dl>
          )}
          {adjust !== null && (
            <dl className={css.fact}>
              <dt>{words.adjust}</dt>
              <dd>{adjust}</dd>
            </dl>
          )}
        </div>
        {found !== null && <Zones found={found} />}
      </div>
      {found !== null && found.lines.length > 0 && <Weeks found={found} />}
      <footer className={css.foot}>
        <p>
          <b>{caveat}</b>
        </p>
        {leftOut.map((each) => (
          <p key={each}>{each}</p>
        ))}
        {source && <p>{words.source(source.titles, source.lastDay)}</p>}
        {found !== null && <p>{convention}</p>}
      </footer>
    </section>
  );
}

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');

function Zones({ found: { zones, before, after } }: { found: Found }) {
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.rows}</caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map(({ zone, name, counts: [was, is] }) => (
          <tr key={zone}>
            <th scope="row">{name}</th>
            {was === null || is === null ? (
              <td colSpan={3} className={css.withheld}>
                {words.withheld}
              </td>
            ) : (
              <>
                <td>{words.number(was)}</td>
                <td>{words.number(is)}</td>
                <td>{signed(is - was)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>
            {words.before}: {words.span(before.from, before.to)}. {words.after}: {words.span(after.from, after.to)}.
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The picture's twin: every week of every place. */
function Weeks({ found: { lines, zones, before, after, weeks } }: { found: Found }) {
  const nameOf = (zone: string) => zones.find((each) => each.zone === zone)?.name ?? zone;
  const mondayOf = (from: string, week: number) => addDays(from, 7 * week);
  const rows = Array.from({ length: 2 * weeks }, (_, n) => ({
    week: n < weeks ? mondayOf(before.from, n) : mondayOf(after.from, n - weeks),
    counts: lines.map((line) => (n < weeks ? line.before[n] : line.after[n - weeks]) ?? 0),
  }));
  return (
    <details className={css.weeks}>
      <summary>{words.weeksTable}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table is scrolled by keys */}
      <div className={css.scroll} role="region" aria-label={words.weeksTable} tabIndex={0}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              {lines.map(({ zone }) => (
                <th key={zone} scope="col">
                  {nameOf(zone)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ week, counts }, n) => (
              <tr key={week} data-after={n >= weeks}>
                <th scope="row">{shortDate(week)}</th>
                {counts.map((calls, at) => (
                  <td key={lines[at]?.zone}>{calls}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
