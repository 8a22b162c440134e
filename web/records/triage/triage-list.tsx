import type { ConcernRow } from '#data/schema/records/concern-filing.ts';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './triage.module.css';
import { words } from './words.ts';

/** What waits, safety first, then what is past the limit, then the oldest. */
export function TriageList({
  rows,
  at,
  limit,
  onPick,
}: {
  rows: readonly ConcernRow[];
  at: number;
  limit: number;
  onPick: (at: number) => void;
}) {
  return (
    <ol className={css.list} aria-label={words.waiting}>
      {rows.map((row, i) => (
        <li key={row.concernId}>
          <button
            type="button"
            className={i === at ? css.picked : css.row}
            aria-current={i === at}
            onClick={() => onPick(i)}
          >
            <SpeechMark state={row.isOverdue ? 'overdue' : 'open'} size={16} />
            <span className={css.what}>
              <b>{row.summary}</b>
              <small>{[row.concernId, row.placeWords].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={css.age}>
              {row.safetyNow && <Tag>{words.safety}</Tag>}
              <span>{ageOf(row, limit)}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function ageOf({ ageDays }: ConcernRow, limit: number): string {
  if (ageDays === 0) return words.today;
  return ageDays > limit ? words.past(ageDays, limit) : words.days(ageDays);
}
