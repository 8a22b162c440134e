import { Link } from '@tanstack/react-router';
import type { MeetingEscalation } from '#data/schema/records/weekly-meeting.ts';
import { clockInWords, momentInWords, weekdayInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import type { Stop } from './areas.ts';
import css from './meeting.module.css';
import { words } from './words.ts';

type Props = { stop: Stop; onAcknowledge: (noticeId: string) => void };

/** How the group stands in its quarter, and what leadership was told about it. */
export function GroupPanel({ stop: { areaId, group, escalations }, onAcknowledge }: Props) {
  return (
    <section className={css.panel}>
      <h2>{words.group}</h2>
      {group === null ? <p>{words.noGroup}</p> : <Standing group={group} />}
      {group !== null && (
        <Link to="/groups/$groupId" params={{ groupId: areaId }} className="link">
          {words.openGroup}
        </Link>
      )}
      <h3>{words.escalations}</h3>
      {escalations.length === 0 && <p>{words.escalationsNone}</p>}
      <ul className={css.items}>
        {escalations.map((each) => (
          <Escalation key={each.notices[0]?.onceKey} told={each} onAcknowledge={onAcknowledge} />
        ))}
      </ul>
    </section>
  );
}

function Standing({ group }: { group: NonNullable<Stop['group']> }) {
  const { isActive, isMissed, lastMadeOn, state, daysLeft, nextMeeting, promises } = group;
  return (
    <dl className={css.facts}>
      <dt>{words.lastContact}</dt>
      <dd>{lastMadeOn === null ? words.never : longDate(lastMadeOn)}</dd>
      <dt>{words.clock}</dt>
      <dd>
        {!isActive || state === null ? words.inactive : words.clocks[state](daysLeft ?? 0)}
        {isMissed && <span className={css.line}>{words.missed}</span>}
      </dd>
      <dt>{words.nextMeeting}</dt>
      <dd>{nextMeeting === null ? words.noMeeting : `${weekdayInWords(nextMeeting)}, ${clockInWords(nextMeeting)}`}</dd>
      <dt>{words.promises}</dt>
      <dd>
        {promises.length === 0 && words.promisesNone}
        {promises.map(({ promiseId, words: said, days }) => (
          <span key={promiseId} className={css.line}>
            {said} ({words.promise(days)})
          </span>
        ))}
      </dd>
    </dl>
  );
}

function Escalation({ told, onAcknowledge }: { told: MeetingEscalation; onAcknowledge: Props['onAcknowledge'] }) {
  const { role, nowLocal } = useSession();
  return (
    <li>
      <p>
        <b>{told.title}</b>
      </p>
      <p>{told.words}</p>
      {told.notices.map(({ noticeId, toRole, acknowledgments }) => {
        const [read] = acknowledgments;
        if (read) {
          return (
            <p key={noticeId} className={css.read}>
              <Icon name="check" size={18} />
              <span>{words.read(read.name, momentInWords(read.at, nowLocal), read.words)}</span>
            </p>
          );
        }
        if (toRole !== role)
          return (
            <p key={noticeId} className={css.quiet}>
              {words.waitsFor(words.role(toRole))}
            </p>
          );
        return (
          <Button
            key={noticeId}
            look="filled"
            aria-label={words.acknowledgeOf(told.title)}
            onClick={() => onAcknowledge(noticeId)}
          >
            {words.acknowledge}
          </Button>
        );
      })}
    </li>
  );
}
