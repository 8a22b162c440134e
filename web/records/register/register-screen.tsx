import { Link } from '@tanstack/react-router';
import { REGISTER, SHELVES } from '#data/register/catalog.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import type { KindCounts } from '#data/schema/records/register-answers.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { count } from '#web/ui/words.ts';
import { Failed } from './failed.tsx';
import { Mark } from './mark.tsx';
import css from './register.module.css';
import { Unserved } from './unserved.tsx';
import { useCounts } from './use-register.ts';
import { Warnings } from './warnings.tsx';
import { words } from './words.ts';

type Counted = KindCounts[number];
const DUE = ['late', 'lapsed', 'waits', 'soon'] as const;

/** `/register`: every kind on its shelf, with what is due in it. */
export function RegisterScreen() {
  const { data, error, isPending, refetch } = useCounts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
    <div className={css.page} role="region" aria-label={words.title} tabIndex={0}>
      <header className={css.head}>
        <div>
          <h1>{words.title}</h1>
          <p className="caption">{words.about}</p>
        </div>
      </header>
      {isPending && <Skeleton height={320} />}
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {data && (
        <div className={css.split}>
          <div className={css.shelves}>
            <p className="answer">{words.answer(total(data, 'late'), total(data, 'lapsed'), total(data, 'waits'))}</p>
            {SHELVES.map(({ title, kinds }) => (
              <Shelf key={title} title={title} rows={kinds.map((kind) => countedOf(data, kind))} />
            ))}
          </div>
          <aside className={css.aside}>
            <Warnings />
            <Unserved />
          </aside>
        </div>
      )}
    </div>
  );
}

const total = (counts: KindCounts, mark: keyof Counted['marks']): number =>
  counts.reduce((sum, { marks }) => sum + marks[mark], 0);

const countedOf = (counts: KindCounts, kind: RegisterKind): Counted =>
  counts.find((one) => one.kind === kind) ?? {
    kind,
    total: 0,
    open: 0,
    marks: { soon: 0, late: 0, lapsed: 0, waits: 0 },
    lastOn: null,
  };

function Shelf({ title, rows }: { title: string; rows: Counted[] }) {
  return (
    <section aria-label={title}>
      <table className={css.shelf}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{words.heads.clauses}</th>
            <th scope="col">{words.heads.due}</th>
            <th scope="col" className="number">
              {words.heads.open}
            </th>
            <th scope="col" className="number">
              {words.heads.total}
            </th>
            <th scope="col">{words.heads.last}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <KindRow key={row.kind} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KindRow({ row: { kind, open, total: all, marks, lastOn } }: { row: Counted }) {
  const { title, clauses } = REGISTER[kind];
  return (
    <tr>
      <th scope="row">
        <Link to="/register/$kind" params={{ kind }} className="link">
          {title}
        </Link>
      </th>
      <td>
        <Tag look="line">{words.clauses(clauses)}</Tag>
      </td>
      <td>
        <span className={css.marks}>
          {DUE.filter((mark) => marks[mark] > 0).map((mark) => (
            <Mark key={mark} mark={mark}>
              {marks[mark]} {words.marks[mark].toLowerCase()}
            </Mark>
          ))}
        </span>
      </td>
      <td className="number">{count(open)}</td>
      <td className="number">{count(all)}</td>
      <td>{lastOn === null ? <span className="caption">{words.none}</span> : shortDate(lastOn)}</td>
    </tr>
  );
}
