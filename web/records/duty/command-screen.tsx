import type { Duty } from '#data/schema/policy.ts';
import type { DutyList as DutyListAnswer } from '#data/schema/records/duty.ts';
import { DutyList } from './duty-list.tsx';
import { DutyViews } from './duty-views.tsx';
import css from './page.module.css';
import { PeopleTable } from './people-table.tsx';
import { Loading, UnreadScreen } from './reading.tsx';
import { ReviewBanner } from './review-banner.tsx';
import { useDuties } from './use-board.ts';
import { Waiting } from './waiting.tsx';
import { words } from './words.ts';

const MOST = 12;

/** One page for command (C3): what waits for it, what is late, and who carries what. */
export function CommandScreen() {
  const { data, error, refetch } = useDuties('command');
  if (error) return <UnreadScreen trouble={error} onRetry={refetch} />;
  if (data === undefined) return <Loading />;
  const { duties, today, policies } = data;
  const count = (state: Duty['state']) => duties.filter((duty) => duty.state === state).length;
  return (
    <div className={css.page}>
      <header className={css.top}>
        <h1>{words.commandTitle}</h1>
        <DutyViews at="command" />
      </header>
      <ReviewBanner policies={policies} today={today} />
      <p className={css.answer}>{words.summary(count('late'), count('soon'), count('due'))}</p>
      <Waiting none={words.waitingNone} />
      <div className={css.columns}>
        {SHELVES.map(({ title, has }) => (
          <Shelf key={title} title={title} duties={duties.filter(has)} answer={data} />
        ))}
      </div>
      <PeopleTable answer={data} />
    </div>
  );
}

const isOverdue = ({ state }: Duty): boolean => state === 'late';
const isOf =
  (...clauses: readonly string[]) =>
  (duty: Duty): boolean =>
    clauses.includes(duty.clause);
const isGroup = (duty: Duty): boolean => isOf('1902.2 C')(duty) && (isOverdue(duty) || duty.state === 'soon');
const isConcern = isOf('A.6', 'V.B.2.e');
const isReferral = isOf('A.7');
const isReport = isOf('A.4', 'V.B.3');
const isUnread = (duty: Duty): boolean => isOf('A.8', '1902.3 B', 'V.B.2.b')(duty) && duty.dueOn === null;
const SHELVES: readonly { title: string; has: (duty: Duty) => boolean }[] = [
  { title: words.shelves.groups, has: isGroup },
  { title: words.shelves.concerns, has: (duty) => isConcern(duty) && isOverdue(duty) },
  { title: words.shelves.referrals, has: (duty) => isReferral(duty) && isOverdue(duty) },
  { title: words.shelves.reports, has: (duty) => isReport(duty) && duty.state !== 'done' && duty.state !== 'due' },
  { title: words.shelves.unread, has: isUnread },
  {
    title: words.shelves.rest,
    has: (duty) => isOverdue(duty) && ![isOf('1902.2 C'), isConcern, isReferral, isReport].some((is) => is(duty)),
  },
];

function Shelf({ title, duties, answer }: { title: string; duties: readonly Duty[]; answer: DutyListAnswer }) {
  const nameOf = new Map(answer.people.map(({ personId, name }) => [personId, name]));
  const namesOf = ({ owes }: Duty) => owes.map((personId) => nameOf.get(personId) ?? personId).join(', ');
  return (
    <section className={css.shelf}>
      <h2>
        {title} <span>{duties.length}</span>
      </h2>
      {duties.length === 0 && <p className="caption">{words.shelfNone}</p>}
      <DutyList duties={duties.slice(0, MOST)} today={answer.today} namesOf={namesOf} />
      {duties.length > MOST && (
        <details>
          <summary className="link">{words.more(duties.length - MOST)}</summary>
          <DutyList duties={duties.slice(MOST)} today={answer.today} namesOf={namesOf} />
        </details>
      )}
    </section>
  );
}
