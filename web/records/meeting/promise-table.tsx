import { Link } from '@tanstack/react-router';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import type { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './meeting.module.css';
import { words } from './words.ts';

type Props = {
  promises: readonly GroupPromise[];
  names: ReturnType<typeof useConcernNames>;
  today: string;
  onClose: (promise: GroupPromise) => void;
};

/** A line a promise; on a phone a card each. */
export function PromiseTable({ promises, names, today, onClose }: Props) {
  const mayWrite = useMay('promise.write');
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.promisesTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.promised}</th>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">
            <span className="visually-hidden">{words.close}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {promises.map((promise) => {
          const { promiseId, words: said, groupId, ownerId, meetingId, status, outcome } = promise;
          return (
            <tr key={promiseId}>
              <th scope="row">
                {said}
                <span className="caption">{promiseId}</span>
              </th>
              <td>
                {meetingId === null ? (
                  names.groupName(groupId)
                ) : (
                  <Link to="/meetings/$meetingId" params={{ meetingId }} className="link">
                    {names.groupName(groupId)}
                  </Link>
                )}
              </td>
              <td>{names.nameOf(ownerId)}</td>
              <td>
                <StateOf promise={promise} today={today} />
                {outcome !== '' && <span className="caption">{outcome}</span>}
              </td>
              <td>
                {status === 'open' && mayWrite && (
                  <Button small aria-label={words.closeOf(said)} onClick={() => onClose(promise)}>
                    {words.close}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function StateOf({ promise: { status, dueOn, closedOn }, today }: { promise: GroupPromise; today: string }) {
  if (status === 'open' && dueOn < today) return <Tag>{words.lateSince(longDate(dueOn))}</Tag>;
  if (status === 'open') return words.dueBy(longDate(dueOn));
  return `${words.states[status]}${closedOn === null ? '' : `, ${longDate(closedOn)}`}`;
}
