import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { kindName } from '#web/ask/kinds.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import type { Stop } from './areas.ts';
import css from './meeting.module.css';
import { words } from './words.ts';

const MOST = 4;

/** Concerns without word for too long, and referrals that nobody has answered. */
export function WaitingPanel({ stop: { concerns, referrals } }: { stop: Stop }) {
  return (
    <section className={css.panel}>
      <h2>{words.waiting}</h2>
      {concerns.length === 0 && <p>{words.concernsNone}</p>}
      <Some of={concerns.map((concern) => <Concern key={concern.concernId} concern={concern} />)} />
      {referrals.length === 0 && <p>{words.referralsNone}</p>}
      <Some
        of={referrals.map(({ referralId, concernId, to, ownerRole, days }) => (
          <li key={referralId}>
            <p className={css.itemHead}>
              <ToConcern concernId={concernId}>{referralId}</ToConcern>
              <b>{to}</b>
            </p>
            <p>
              {words.silent(days)}, {words.forConcern(concernId)}. {words.owner(ownerRole)}.
            </p>
          </li>
        ))}
      />
    </section>
  );
}

function Concern({ concern }: { concern: Stop['concerns'][number] }) {
  const { concernId, title, category, isProtected, ownerRole, days, nextStep, nextStepOn } = concern;
  const kind = category === null ? '' : kindName(category);
  return (
    <li>
      <p className={css.itemHead}>
        <ToConcern concernId={concernId}>{concernId}</ToConcern>
        <b>{isProtected ? words.protectedKind : title || kind}</b>
      </p>
      <p>
        {words.overdue(days)}. {words.owner(ownerRole)}.
      </p>
      <p className={css.quiet}>
        {nextStep === '' ? words.noStep : words.step(nextStep, nextStepOn === null ? '' : shortDate(nextStepOn))}
      </p>
    </li>
  );
}

const ToConcern = ({ concernId, children }: { concernId: string; children: ReactNode }) => (
  <Link to="/concerns/$concernId" params={{ concernId }} className="link">
    {children}
  </Link>
);

/** The longest waiting ones; the others are one press away. */
function Some({ of }: { of: readonly ReactNode[] }) {
  if (of.length === 0) return null;
  const rest = of.slice(MOST);
  return (
    <>
      <ul className={css.items}>{of.slice(0, MOST)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="link">{words.more(rest.length)}</summary>
          <ul className={css.items}>{rest}</ul>
        </details>
      )}
    </>
  );
}
