import { useState } from 'react';
import { useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { groupTrouble, isWaiting, longestOf, type Stop, waitingStops } from './areas.ts';
import css from './meeting.module.css';
import type { Progress } from './progress.ts';
import { minutesNow } from './use-meeting.ts';
import { words } from './words.ts';

type Props = { stops: readonly Stop[]; today: string; onBegin: (progress: Progress) => void };

/** Which areas are up this week. */
export function StartPage({ stops, today, onBegin }: Props) {
  const { nowLocal } = useSession();
  const up = waitingStops(stops, today);
  const rest = stops.filter((stop) => !up.includes(stop));
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set()); // ticked otherwise than by itself
  const isTicked = (stop: Stop) => up.includes(stop) !== turned.has(stop.areaId);
  const turn = ({ areaId }: Stop) => {
    const next = new Set(turned);
    if (!next.delete(areaId)) next.add(areaId);
    setTurned(next);
  };
  const chosen = [...up, ...rest].filter(isTicked);
  const begin = () =>
    onBegin({
      areas: chosen.map(({ areaId }) => areaId),
      ...{ at: 1, seen: 1, since: nowLocal, began: minutesNow() },
    });
  const listOf = (shown: readonly Stop[]) => (
    <ul className={css.choices}>
      {shown.map((stop) => (
        <li key={stop.areaId}>
          <label>
            <input type="checkbox" checked={isTicked(stop)} onChange={() => turn(stop)} />
            <b>{stop.name}</b>
            <span>{partsOf(stop, today)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{words.title}</h1>
          <p className={css.lead}>{words.lead(up.length, stops.length)}</p>
        </div>
        <Button look="filled" onClick={begin} unavailable={chosen.length === 0 ? words.noneTicked : undefined}>
          {words.begin(chosen.length)}
        </Button>
      </header>
      <p className={css.quiet}>
        {words.leadWhy} {words.keys}
      </p>
      {up.length > 0 && (
        <section>
          <h2>{words.up}</h2>
          {listOf(up)}
        </section>
      )}
      {rest.length > 0 && (
        <section>
          <h2>{words.rest}</h2>
          <div className={css.resting}>{listOf(rest)}</div>
        </section>
      )}
    </div>
  );
}

/** "1 unusual, 2 concerns overdue, longest 40 days". */
function partsOf(stop: Stop, today: string): string {
  const { parts } = words;
  const of = (verdict: string) => stop.series.filter((series) => series.verdict === verdict).length;
  const trouble = groupTrouble(stop);
  const said: readonly [number, (n: number) => string][] = [
    [of('unusual'), parts.unusual],
    [of('watch'), parts.watch],
    [stop.concerns.length, parts.concerns],
    [stop.referrals.length, parts.referrals],
    [stop.escalations.filter(isWaiting).length, parts.escalations],
    [(stop.group?.promises ?? []).filter(({ days }) => days > 0).length, parts.promises],
  ];
  return [
    ...said.filter(([n]) => n > 0).map(([n, say]) => say(n)),
    ...(trouble === null ? [] : [parts.group[trouble]]),
    words.longest(longestOf(stop, today)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
