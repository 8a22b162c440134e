import { Link } from '@tanstack/react-router';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import { useMay } from '#web/ask/session.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import type { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import css from './meeting.module.css';
import { PromiseState } from './promise-state.tsx';
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
    <table className={`${css.table} ${css.promises}`}>
      <caption className="visually-hidden">{words.promisesTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.promised}</th>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.promisedOn}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">
            <span className="visually-hidden">{words.close}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {promises.map((promise) => {
          const { promiseId, words: said, groupId, ownerId, meetingId, promisedOn, status, outcome } = promise;
          return (
            <tr key={promiseId}>
              <th scope="row">
                {said}
                <span className="caption">{promiseId}</span>
              </th>
              <td>
                <Link to="/groups/$groupId" params={{ groupId }} className="link">
                  {names.groupName(groupId)}
                </Link>
              </td>
              <td className={css.since} data-says={words.promisedOn}>
                {meetingId === null ? (
                  longDate(promisedOn)
                ) : (
                  <Link to="/meetings/$meetingId" params={{ meetingId }} className="link">
                    {longDate(promisedOn)}
                  </Link>
                )}
              </td>
              <td>{names.nameOf(ownerId)}</td>
              <td>
                <PromiseState promise={promise} today={today} />
                {outcome !== '' && <span className="caption">{outcome}</span>}
              </td>
              <td className={css.act}>
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
