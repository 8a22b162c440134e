import { Link } from '@tanstack/react-router';
import { daysBetween } from '#analysis/shared/days.ts';
import { clauseOf } from '#data/policy/profiles.ts';
import type { Duty } from '#data/schema/policy.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { Tag } from '#web/ui/tag.tsx';
import css from './duty-list.module.css';
import { weekdayInWords, words } from './words.ts';

/** Duties one a line; opening one shows what its clause says, and what was left open and chosen. */
export function DutyList({
  duties,
  today,
  namesOf,
}: {
  duties: readonly Duty[];
  today: string;
  namesOf?: (duty: Duty) => string;
}) {
  return (
    <ul className={css.list}>
      {duties.map((duty) => (
        <li key={duty.dutyId}>
          <details>
            <summary>
              <span className={css.what}>
                {duty.what}
                {namesOf && <span className="caption"> {namesOf(duty)}</span>}
              </span>
              <span className={css.when}>{whenOf(duty, today)}</span>
              <Tag look={duty.state === 'late' ? 'ground' : 'line'}>{duty.clause}</Tag>
            </summary>
            {isMeeting(duty) && (
              <Link to="/meetings/$meetingId" params={{ meetingId: duty.subject }} className="link">
                {words.toMeeting}
              </Link>
            )}
            <ClauseText clause={duty.clause} />
          </details>
        </li>
      ))}
    </ul>
  );
}

/** A duty to be at a meeting; its page leads on to the one that is handed out there. */
const isMeeting = ({ dutyId, subject }: Duty): boolean => dutyId === `A.5/${subject}`;

function ClauseText({ clause }: { clause: string }) {
  const found = clauseOf(clause);
  if (found === undefined) return null;
  return (
    <div className={css.clause}>
      <p>
        <b>{words.clauseText(clause)}</b> “{found.text}”
      </p>
      {found.openChoices.length > 0 && (
        <>
          <p className="caption">{words.leftOpen}</p>
          <ul className="caption">
            {found.openChoices.map(({ what, chosen }) => (
              <li key={what}>
                {what}: {chosen}.
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function whenOf({ state, dueOn, doneOn, startsOn }: Duty, today: string): string {
  if (state === 'done') return doneOn ? words.doneOn(shortDate(doneOn)) : words.states.done.toLowerCase();
  if (state === 'planned') return weekdayInWords(startsOn > today ? startsOn : (dueOn ?? startsOn));
  if (dueOn === null) return `${words.since(longDate(startsOn))}, ${words.noDay}`;
  if (state === 'late') return words.late(daysBetween(dueOn, today));
  return words.due(dueOn.slice(0, 4) === today.slice(0, 4) ? shortDate(dueOn) : longDate(dueOn));
}
