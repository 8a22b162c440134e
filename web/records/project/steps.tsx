import type { ReactNode } from 'react';
import type { ProjectChange } from '#data/schema/records/project-change.ts';
import { longDate } from '#web/chart/week-axis.ts';
import css from './project.module.css';
import { words } from './words.ts';

/** The first three of the four steps as the record tells them; the fourth is the page's own. */
export function Steps({ change: { entry, kinds, ground, control } }: { change: ProjectChange }) {
  const { fields, status } = entry;
  return (
    <div className={css.steps}>
      <Step number={1} step="scanning" status={status}>
        <Fact label={words.problem} value={fields.problem} />
        <Fact label={words.affected} value={fields.affected} />
        <Fact label={words.where} value={fields.whereWhen} />
      </Step>
      <Step number={2} step="analysis" status={status}>
        <Fact label={words.found} value={fields.findings} />
        <Fact label={words.counted} value={kinds.length === 0 ? '' : words.callsAbout(kinds)} />
        <Fact label={words.ground} value={ground} />
        <Fact label={words.comparison} value={control} />
      </Step>
      <Step number={3} step="response" status={status}>
        <Fact label={words.goals} value={Array.isArray(fields.goals) ? fields.goals.join('; ') : ''} />
        <Strategies value={fields.strategies} />
      </Step>
    </div>
  );
}

type StepName = keyof typeof words.steps;

const Step = ({
  number,
  step,
  status,
  children,
}: {
  number: number;
  step: StepName;
  status: string;
  children: ReactNode;
}) => (
  <section className={css.step} data-here={status === step} aria-label={words.steps[step]}>
    <h2>
      {number} {words.steps[step]}
    </h2>
    {children}
  </section>
);

function Fact({ label, value }: { label: string; value: unknown }) {
  const said = typeof value === 'string' && value !== '' ? value : null;
  return (
    <dl className={css.fact}>
      <dt>{label}</dt>
      <dd className={said === null ? css.unsaid : undefined}>{said ?? words.none}</dd>
    </dl>
  );
}

/** What was done, by whom and until when, with its state in words. */
function Strategies({ value }: { value: unknown }) {
  const rows: readonly { what?: string; who?: string; byDay?: string | null; state?: string }[] = Array.isArray(value)
    ? value
    : []; // the row boundary: fields of a record
  return (
    <dl className={css.fact}>
      <dt>{words.did}</dt>
      {rows.length === 0 && <dd className={css.unsaid}>{words.nothingDone}</dd>}
      {rows.map(({ what = '', who = '', byDay, state = '' }) => (
        <dd key={what}>
          {what}{' '}
          <span className="caption">
            {[state, who, byDay ? longDate(byDay) : ''].filter((part) => part !== '').join(', ')}
          </span>
        </dd>
      ))}
    </dl>
  );
}
