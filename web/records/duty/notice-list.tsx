import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { AcknowledgeButton } from './acknowledge-button.tsx';
import { noticeStandOf } from './board-order.ts';
import css from './clock-panel.module.css';
import { words } from './words.ts';

/** What the section commander is to be told, was told, and the groups a commander has set to rest. */
export function NoticeList({ board, onReview }: { board: DutyBoard; onReview: (groupId: string) => void }) {
  const stands = board.groups.map((group) => ({ group, stand: noticeStandOf(group, board) }));
  const toTell = stands.filter(({ stand }) => stand.stand === 'passed' || stand.stand === 'ready');
  const told = stands.filter(({ stand, group }) => stand.stand === 'told' && group.clock !== null);
  const resting = board.groups.filter(({ inactive }) => inactive !== null);
  const maySend = useMay('notice.send');
  return (
    <section className={css.notices} aria-labelledby="duty-notices">
      <h2 id="duty-notices">{words.notices}</h2>
      {toTell.length + told.length + resting.length === 0 && <p className="caption">{words.noNotices}</p>}
      <ul>
        {toTell.map(({ group, stand }) => (
          <li key={group.groupId}>
            <span>
              <b>{group.name}</b>
              <span className="caption">
                {stand.stand === 'passed' && words.passed(stand.label)}
                {stand.stand === 'ready' && words.ready(stand.attempts)}
              </span>
            </span>
            {maySend && (
              <Button aria-label={words.reviewFor(group.name)} onClick={() => onReview(group.groupId)}>
                {words.review}
              </Button>
            )}
          </li>
        ))}
        {told.map(({ group }) => (
          <Told key={group.groupId} group={group} />
        ))}
        {resting.map(({ groupId, name, inactive }) => (
          <li key={groupId}>
            <span>
              <b>
                {name} <Tag>{words.inactive}</Tag>
              </b>
              <span className="caption">
                {inactive && words.inactiveBy(nameOf(board, inactive.decidedBy), longDate(inactive.decidedOn))}
                {inactive?.reviewOn && words.reviewed(longDate(inactive.reviewOn))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Told({ group }: { group: BoardGroup }) {
  const { notice, clock, lastMadeOn } = group;
  if (notice === null) return null;
  const [read] = notice.acknowledgments;
  const sentOn = notice.sentAt.slice(0, 10);
  const reachedAfter = clock?.state === 'done' && lastMadeOn !== null && lastMadeOn >= sentOn;
  return (
    <li>
      <span>
        <b>{group.name}</b>
        <span className="caption">
          {words.sent(shortDate(sentOn))}
          {read ? words.read(shortDate(read.at.slice(0, 10)), read.name) : words.notRead}
          {reachedAfter ? words.reachedOn(shortDate(lastMadeOn)) : '.'}
        </span>
      </span>
      {read ? (
        <span className={css.check} role="img" aria-label={words.acknowledged}>
          <Icon name="check" size={16} />
        </span>
      ) : (
        <AcknowledgeButton notice={notice} />
      )}
    </li>
  );
}

const nameOf = ({ people }: DutyBoard, personId: string): string =>
  people.find((person) => person.personId === personId)?.name ?? personId;
