import { useEffect, useRef } from 'react';
import type { Candidate, Others } from '#web/ask/use-candidates.ts';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import { LongWork } from '#web/methods/frame/long-work.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { ProgressBar } from '#web/ui/skeleton.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { BudgetControl } from './budget-control.tsx';
import css from './candidate-list.module.css';
import { kindOf, placeOf, stateOf } from './row-words.ts';
import { words } from './words.ts';

type Props = {
  rows: readonly Candidate[];
  current: Candidate | null;
  sweep: SweepDesk;
  others: Others;
  onPick: (candidate: Candidate) => void;
};

/** All there is to decide this week, strongest evidence first, and how far the department is with it. */
export function CandidateList({ rows, current, sweep, others, onPick }: Props) {
  const isDone = sweep.isRead ? (row: Candidate) => sweep.verdictOf(row) !== null : sweep.isSeen;
  const done = rows.filter(isDone).length;
  const progress = sweep.isRead ? words.decided(done, rows.length) : words.seen(done, rows.length);
  return (
    <nav className={css.list} aria-label={words.sweep}>
      <header className={css.head}>
        <h2 className={css.title}>{words.sweep}</h2>
        <p className="caption">{progress}</p>
        <ProgressBar done={done} total={rows.length} label={progress} />
        <BudgetControl />
      </header>
      <ol className={css.rows}>
        {rows.map((row) => (
          <li key={`${row.kind} ${row.candidateKey}`} className={css.row}>
            <Row row={row} isCurrent={row === current} sweep={sweep} onPick={onPick} />
          </li>
        ))}
      </ol>
      <StillLooking others={others} />
      <p className={`caption ${css.keys}`}>
        {words.keys} <kbd>J</kbd> {words.keyNext}, <kbd>K</kbd> {words.keyBack}
        {sweep.mayJudge && (
          <>
            , <kbd>D</kbd> {words.keyDismiss}, <kbd>W</kbd> {words.keyWatch}, <kbd>P</kbd> {words.keyPattern}
          </>
        )}
      </p>
      <p className={`caption ${css.keys}`}>{words.strongest}</p>
    </nav>
  );
}

type RowProps = Pick<Props, 'sweep' | 'onPick'> & { row: Candidate; isCurrent: boolean };

function Row({ row, isCurrent, sweep, onPick }: RowProps) {
  const decided = sweep.verdictOf(row);
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) bringIntoSight(item.current);
  }, [isCurrent]);
  const state = stateOf(row, decided, sweep.watchedSince(row));
  return (
    <button
      ref={item}
      type="button"
      className={css.item}
      aria-current={isCurrent ? 'true' : undefined}
      data-seen={decided !== null || sweep.isSeen(row)}
      onClick={() => onPick(row)}
    >
      {decided ? <Icon name="check" /> : <VerdictGlyph verdict={row.verdict} size={14} />}
      <span>
        <span className={css.name}>{placeOf(row)}</span>
        <span className={`caption ${css.kind}`}>{kindOf(row)}</span>
        <span className="visually-hidden">, {words.verdicts[row.verdict]}</span>
        {state !== '' && <span className={`caption ${css.state}`}>{state}</span>}
      </span>
    </button>
  );
}

/** On a phone the rows lie side by side; the page itself must not move. */
function bringIntoSight(item: HTMLElement | null): void {
  const row = item?.closest('li');
  const rows = row?.parentElement;
  if (row && rows && rows.scrollWidth > rows.clientWidth) rows.scrollLeft = row.offsetLeft - rows.offsetLeft;
}

/** The spikes are there at once; the other kinds take seconds, and say so. */
function StillLooking({ others }: { others: Others }) {
  const { isLooking, isStopped, failed, step, stop, lookAgain } = others;
  if (!isLooking && !isStopped && failed === null) return null;
  return (
    <div className={css.looking}>
      <p className="caption">{failed === null ? words.looking : words.lookingFailed(failed)}</p>
      {failed === null ? (
        <LongWork answered={{ found: null, trouble: null, isSlow: false, retry: lookAgain, step, isStopped, stop }} />
      ) : (
        <Button small onClick={lookAgain}>
          {words.again}
        </Button>
      )}
    </div>
  );
}
