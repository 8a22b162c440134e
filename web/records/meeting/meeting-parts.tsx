import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { GroupPromise } from '#data/schema/records/contact.ts';
import { useSession } from '#web/ask/session.tsx';
import { kindLabel } from '#web/records/shared/concern-names.ts';
import css from './meeting.module.css';
import { PromiseState } from './promise-state.tsx';
import { words } from './words.ts';

/** A titled part of a meeting's page, or why it is empty. */
export function Part({ title, none, children }: { title: string; none: string | null; children?: ReactNode }) {
  return (
    <section aria-label={title} className={css.part}>
      <h2>{title}</h2>
      {none === null ? children : <p className="caption">{none}</p>}
    </section>
  );
}

export const Lines = ({ rows }: { rows: readonly string[] }) => <ul className={css.rows}>{linesOf(rows)}</ul>;

/** Numbered: their order is the order of the evening. */
export const NumberedLines = ({ rows }: { rows: readonly string[] }) => (
  <ol className={css.numbered}>{linesOf(rows)}</ol>
);

// biome-ignore lint/suspicious/noArrayIndexKey: two lines can say the same; a line is its place
const linesOf = (rows: readonly string[]) => rows.map((row, at) => <li key={at}>{row}</li>);

export type HeardConcern = { concernId: string; title: string; category?: string | null | undefined };

export function ConcernLines({ concerns }: { concerns: readonly HeardConcern[] }) {
  return (
    <ul className={css.rows}>
      {concerns.map(({ concernId, title, category = null }) => (
        <li key={concernId}>
          <Link to="/concerns/$concernId" params={{ concernId }} className="link code">
            {concernId}
          </Link>{' '}
          {title || kindLabel(category)}
        </li>
      ))}
    </ul>
  );
}

export function PromiseLines({ promises }: { promises: readonly GroupPromise[] }) {
  const today = useSession().nowLocal.slice(0, 10);
  return (
    <ul className={css.rows}>
      {promises.map((promise) => (
        <li key={promise.promiseId}>
          {promise.words}
          <span className={css.state}>
            <PromiseState promise={promise} today={today} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What to say where a list is empty; null where it is not. */
export const noneOf = (rows: readonly unknown[], none: string): string | null => (rows.length === 0 ? none : null);

export const replyInWords = (unit: string, reply: keyof typeof words.replies): string =>
  `${unit}, ${words.replies[reply]}`;
