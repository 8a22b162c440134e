import { useState } from 'react';
import type { Duty } from '#data/schema/policy.ts';
import { useSession } from '#web/ask/session.tsx';
import { Check } from '#web/ui/field.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { DutyList } from './duty-list.tsx';
import { DutyViews } from './duty-views.tsx';
import css from './page.module.css';
import { Loading, UnreadScreen } from './reading.tsx';
import { ReviewBanner } from './review-banner.tsx';
import { useDuties } from './use-board.ts';
import { Waiting } from './waiting.tsx';
import { words } from './words.ts';

const OPEN = ['late', 'soon', 'due', 'planned'] as const;

/** One page for a person: everything owed, late first, each with the words of its clause. */
export function MineScreen() {
  const { name } = useSession();
  const { data, error, refetch } = useDuties('person');
  const [showsDone, showDone] = useState(false);
  if (error) return <UnreadScreen trouble={error} onRetry={refetch} />;
  if (data === undefined) return <Loading />;
  const { duties, today, policies } = data;
  const of = (state: Duty['state']) => duties.filter((duty) => duty.state === state);
  const shown: readonly Duty['state'][] = showsDone ? [...OPEN, 'done'] : OPEN;
  return (
    <div className={css.page}>
      <header className={css.top}>
        <h1>{words.ofTitle(name)}</h1>
        <DutyViews at="mine" />
        <span className={css.space} />
        <Check label={words.showDone} checked={showsDone} onChange={showDone} />
      </header>
      <ReviewBanner policies={policies} today={today} />
      <Waiting none={null} />
      <p className={css.answer}>{words.summary(of('late').length, of('soon').length, of('due').length)}</p>
      {duties.length === 0 && <Quiet title={words.nothing}>{words.nothingWhy}</Quiet>}
      {shown
        .filter((state) => of(state).length > 0)
        .map((state) => (
          <section key={state} className={css.shelf} aria-labelledby={`duties-${state}`}>
            <h2 id={`duties-${state}`}>
              {words.states[state]} <span>{of(state).length}</span>
            </h2>
            <DutyList duties={of(state)} today={today} />
          </section>
        ))}
    </div>
  );
}
