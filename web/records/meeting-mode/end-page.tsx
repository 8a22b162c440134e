import type { ReactNode } from 'react';
import { momentInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { hasSomething, isWaiting, type Stop } from './areas.ts';
import css from './meeting.module.css';
import type { Progress } from './progress.ts';
import { useMinutes } from './use-meeting.ts';
import { words } from './words.ts';

type Props = {
  stops: readonly Stop[];
  chosen: readonly Stop[];
  progress: Progress;
  onGo: (progress: Progress | null) => void;
};

/** What came of the meeting: who acknowledged what, what still waits, and what was not looked at. */
export function EndPage({ stops, chosen, progress, onGo }: Props) {
  const { nowLocal } = useSession();
  const minutes = useMinutes(progress.began);
  const seen = chosen.slice(0, progress.seen);
  const skipped = stops.filter((stop) => !seen.includes(stop) && (hasSomething(stop) || chosen.includes(stop)));
  const issues = stops.flatMap(({ name, escalations }) => escalations.map((each) => ({ name, ...each })));
  const read = issues.flatMap(({ name, title, notices }) =>
    notices
      .flatMap(({ noticeId, acknowledgments }) => acknowledgments.map((each) => ({ noticeId, ...each })))
      .filter(({ at }) => at >= progress.since)
      .map((each) => ({ ...each, key: `${name} ${each.noticeId} ${each.by}`, what: `${name}: ${title}` })),
  );
  const waiting = issues.filter(isWaiting);
  return (
    <div className={css.page} data-whole-screen>
      <header className={css.head}>
        <div>
          <h1>{words.ended}</h1>
          <p className={css.lead}>
            {words.endedOf(seen.length, chosen.length)}, {words.minutes(minutes)}.
          </p>
        </div>
        <div className={css.acts}>
          <Button onClick={() => onGo({ ...progress, at: Math.max(1, progress.seen) })}>{words.again}</Button>
          <Button icon="export" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button onClick={() => onGo(null)}>{words.close}</Button>
        </div>
      </header>
      <List title={words.acknowledged} none={words.acknowledgedNone}>
        {read.map(({ key, what, name, at, words: said }) => (
          <li key={key}>
            <b>{what}</b>
            <br />
            {words.read(name, momentInWords(at, nowLocal), said)}
          </li>
        ))}
      </List>
      {waiting.length > 0 && (
        <List title={words.stillWaits} none="">
          {waiting.map(({ name, title, notices }) => (
            <li key={`${name} ${notices[0]?.onceKey}`}>
              <b>
                {name}: {title}
              </b>
              <br />
              {notices
                .filter(({ acknowledgments }) => acknowledgments.length === 0)
                .map(({ toRole }) => words.waitsFor(words.role(toRole)))
                .join('. ')}
            </li>
          ))}
        </List>
      )}
      <List title={words.skipped} none={words.skippedNone}>
        {skipped.map(({ areaId, name }) => (
          <li key={areaId}>{name}</li>
        ))}
      </List>
    </div>
  );
}

function List({ title, none, children }: { title: string; none: string; children: readonly ReactNode[] }) {
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? <p>{none}</p> : <ul className={css.items}>{children}</ul>}
    </section>
  );
}
