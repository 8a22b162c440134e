import { Link } from '@tanstack/react-router';
import type { OwnPast } from '#data/schema/records/comparison.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import css from './compare.module.css';
import { words } from './words.ts';

/** Each group on its own usual range and its own scale: nothing here sets one against another. */
export function OwnPasts({ groups }: { groups: readonly OwnPast[] }) {
  return (
    <section className={css.own} aria-label={words.own}>
      <h2>{words.own}</h2>
      <p className="caption">{words.ownAbout}</p>
      <ul>
        {groups.map((group) => (
          <Own key={group.groupId} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Own({ group }: { group: OwnPast }) {
  const { groupId, name, calls, usual, against, sentence, residents, addresses, boundary } = group;
  const verdict = against === 'not-judged' ? 'not-judged' : against === 'as-usual' ? 'usual' : 'unusual';
  return (
    <li>
      <p className={css.ownName}>
        <Link to="/groups/$groupId" params={{ groupId }} className="link">
          {name}
        </Link>{' '}
        <span className="caption">{words.people(residents, addresses)}</span>
      </p>
      <div className={css.ownStrip}>
        {calls !== null && usual !== null && (
          <RangeStrip
            {...{ observed: calls, ...usual, verdict, width: 150 }}
            max={1.2 * Math.max(usual.high, calls, 1)}
          />
        )}
        <p>{sentence.replace(`${name}: `, '')}</p>
      </div>
      {boundary.isNewer && <p className="caption">{words.redrawn(boundary.validFrom)}</p>}
    </li>
  );
}
