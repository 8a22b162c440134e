import type { ReactNode } from 'react';
import type { Concern } from '#data/schema/records/concern.ts';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { lastWeeks, weeksSince } from '#web/ask/dates.ts';
import { useDeskIfOpen } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { answerSentence, verdictOf, weekInWords } from '#web/ask/verdicts.ts';
import type { WeekEvent } from '#web/chart/event-marks.tsx';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './concern.module.css';
import { groundOf, useCalls } from './use-calls.ts';
import { whenKnown } from './when-known.ts';
import { showsInWords, words } from './words.ts';

type Calls = NonNullable<ReturnType<typeof useCalls>['found']>;

/** The sentence and the chart of calls beside the concern, then its columns, then when we will know. */
export function CallsSince({ story: { concern }, children }: { story: ConcernStory; children: ReactNode }) {
  const desk = useDeskIfOpen();
  const mayRead = useMay('extract.read');
  const ground = desk === null ? null : groundOf(concern, desk);
  const why = whyNot();
  const rest = (
    <>
      {children}
      <WhenBlock concern={concern} calls={null} />
    </>
  );
  if (why !== null) {
    return (
      <>
        <p className={css.noChart}>{why}</p>
        {rest}
      </>
    );
  }
  if (desk === null || ground === null) {
    return (
      <>
        <div className={css.chart} role="status" aria-label={words.opening}>
          <Skeleton height={24} width="60%" />
          <Skeleton height={220} />
        </div>
        {rest}
      </>
    );
  }
  return (
    <Counted concern={concern} ground={ground}>
      {children}
    </Counted>
  );

  function whyNot(): string | null {
    if (!mayRead) return words.noCalls;
    if (concern.category === null) return words.noKind;
    if (desk === null) return null;
    if (desk.opened.months.length > 0) return words.monthsOnly;
    return ground === null ? words.noGround : null;
  }
}

type CountedProps = { concern: Concern; ground: NonNullable<ReturnType<typeof groundOf>>; children: ReactNode };

function Counted({ concern, ground, children }: CountedProps) {
  const { found, trouble, retry } = useCalls(ground);
  const where = ground.name === null ? words.around : words.inGroup(ground.name);
  const title = words.chartTitle(kindName(concern.category ?? ''), where);
  return (
    <>
      {trouble && (
        <Notice kind="fault" title={words.notCounted} actions={<Button onClick={retry}>{words.again}</Button>}>
          {trouble.message}
        </Notice>
      )}
      {found === null && trouble === null && <Skeleton height={260} />}
      {found && <Chart concern={concern} calls={found} title={title} />}
      {children}
      <WhenBlock concern={concern} calls={found} />
    </>
  );
}

function Chart({ concern, calls, title }: { concern: Concern; calls: Calls; title: string }) {
  const points = lastWeeks(weeksSince(calls.weeks, concern.heardAt.slice(0, 10), 30), 60);
  const first = points[0]?.week ?? '';
  const heardOn = concern.heardAt.slice(0, 10);
  const events: WeekEvent[] = [
    { day: heardOn, label: words.told(heardOn), kind: 'concern', waits: concern.status !== 'closed' },
  ];
  if (concern.firstActionOn !== null)
    events.push({
      day: concern.firstActionOn,
      label: words.firstAction(concern.firstActionOn),
      kind: 'event',
      side: 'right',
    });
  return (
    <section className={css.chart}>
      <p className={css.answer}>
        <Answer concern={concern} weeks={calls.weeks} />
      </p>
      <h2 className={css.heading}>
        {title}
        <span>{words.chartWindow(points.length)}</span>
      </h2>
      <WeeksChart points={points} height={280} label={title} marks={events.filter(({ day }) => day >= first)} />
    </section>
  );
}

function Answer({ concern: { firstActionOn }, weeks }: { concern: Concern; weeks: Calls['weeks'] }) {
  const { nowLocal } = useSession();
  const finished = weeks.filter(({ complete }) => complete);
  const last = finished.at(-1);
  if (last === undefined) return null;
  const said = answerSentence(
    { ...last, observed: last.count, verdict: verdictOf(last) },
    weekInWords(last.week, nowLocal),
  );
  if (firstActionOn === null) return `${said} ${words.noAction}`;
  const since = finished.filter(({ week }) => week >= firstActionOn);
  if (since.length === 0 || last.low === null || last.high === null) return `${said} ${words.justActed}`;
  const inside = since.filter(({ count, low, high }) => low !== null && high !== null && count >= low && count <= high);
  const week = weekInWords(last.week, nowLocal);
  const lately = words.lately(week, last.count, verdictOf(last));
  const verdict = whenKnown(finished, firstActionOn)?.since?.verdict ?? 'no-clear-change';
  const change = { 'no-clear-change': words.noClearChange, fewer: words.fewerCalls, more: words.moreCalls }[verdict];
  return `${words.soFar(inside.length, since.length, last.low, last.high)} ${lately} ${change}`;
}

function WhenBlock({ concern: { firstActionOn, status }, calls }: { concern: Concern; calls: Calls | null }) {
  const { nowLocal } = useSession();
  if (status === 'closed' || calls === null) return null;
  const known =
    firstActionOn === null
      ? null
      : whenKnown(
          calls.weeks.filter(({ complete }) => complete),
          firstActionOn,
        );
  const { elsewhere } = calls;
  return (
    <section className={css.when}>
      <div>
        <h2>{words.whenKnown}</h2>
        <p>{firstActionOn === null ? words.whenNoAction : known === null ? words.whenUnknown : showsInWords(known)}</p>
        {known !== null && <p className={css.hint}>{words.whenCaveat}</p>}
      </div>
      <div>
        <h2>{words.elsewhere}</h2>
        <p>
          {elsewhere === null
            ? words.noElsewhere
            : answerSentence(
                { ...elsewhere, observed: elsewhere.count, verdict: verdictOf(elsewhere) },
                weekInWords(elsewhere.week, nowLocal),
              )}
        </p>
      </div>
    </section>
  );
}
