import { Link } from '@tanstack/react-router';
import { datesKnown, isFinished } from '#web/ask/date-words.ts';
import { addDays, clipTo, lastWeeks } from '#web/ask/dates.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import { answerSentence, weekInWords } from '#web/ask/verdicts.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import type { AnswerTo, SeriesVerdict } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import { Explanations } from './explanations.tsx';
import { Noticed } from './noticed.tsx';
import { RepeatedPlaces } from './repeated-places.tsx';
import css from './spike-detail.module.css';
import { type Evidence, useEvidence } from './use-evidence.ts';
import { WhenGrid } from './when-grid.tsx';
import { WhereMap } from './where-map.tsx';
import { words } from './words.ts';

type Props = {
  series: SeriesVerdict;
  answer: AnswerTo<'spike'>;
  onBack: (() => void) | null;
  onNext: (() => void) | null;
};

/** One spike: the sentence, the weeks that prove it, where and when, and what else could explain it. */
export function SpikeDetail({ series, answer, onBack, onNext }: Props) {
  const { session } = useDesk();
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const { found, isSlow, trouble, retry } = useEvidence(series);
  const evidence = found?.series === series || found === null ? found : { ...found };
  return (
    <>
      <div className={isSlow ? `${css.detail} dim` : css.detail}>
        <header className={css.head}>
          <h1 className={css.title}>{words.heading(kindName(series.category), nameOf(series.areaId))}</h1>
          <VerdictMark verdict={series.verdict} />
          <span className={css.space} />
          <Steps onBack={onBack} onNext={onNext} />
        </header>
        <p className={css.answer}>
          <span className={css.strong}>{answerSentence(series, weekInWords(series.week, session.nowLocal))}</span>{' '}
          {words.chance(Number(answer.options.falseAlarmsAWeek), answer.findings.length)}
          <Noticed series={series} answer={answer} />
        </p>
        {trouble && (
          <Notice kind="fault" title={words.failed} actions={<Button onClick={retry}>{words.again}</Button>}>
            {trouble.message}
          </Notice>
        )}
        {evidence === null ? <Skeleton height={420} /> : <Picture evidence={evidence} />}
      </div>
      <Explanations series={series} evidence={evidence} />
    </>
  );
}

function Steps({ onBack, onNext }: { onBack: (() => void) | null; onNext: (() => void) | null }) {
  return (
    <>
      {onBack && (
        <Button icon="left" keyHint="K" onClick={onBack}>
          {words.back}
        </Button>
      )}
      {onNext && (
        <Button iconEnd="right" keyHint="J" onClick={onNext}>
          {words.next}
        </Button>
      )}
    </>
  );
}

function Picture({ evidence }: { evidence: Evidence }) {
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const { opened } = useDesk();
  const { series, week } = evidence;
  const points = lastWeeks(week.findings[0]?.weeks ?? [], 53);
  const concerns = useConcerns(filter.layer).filter(
    ({ areaIds, category }) => areaIds.includes(series.areaId) && category === series.category,
  );
  const first = points[0]?.week ?? series.week;
  const last = points.at(-1)?.week ?? series.week;
  return (
    <>
      <section className={css.block}>
        <h2 className={css.heading}>
          {words.weeks}{' '}
          <span className={css.aside}>
            {words.weeksWindow(
              datesKnown(clipTo({ from: first, to: addDays(last, 6) }, opened), opened),
              isFinished(opened.manifest),
            )}
          </span>
        </h2>
        <WeeksChart
          points={points}
          height={230}
          label={`${words.weeks}: ${words.heading(kindName(series.category), nameOf(series.areaId))}`}
          marks={concerns
            .filter(({ raisedOn }) => raisedOn >= first)
            .map(({ concernId, raisedOn, status }) => ({
              day: raisedOn,
              label: words.concernRaised(concernId),
              kind: 'concern',
              waits: status !== 'answered',
            }))}
        />
      </section>
      <div className={css.two}>
        <WhereMap evidence={evidence} concerns={concerns} />
        <div>
          <WhenGrid evidence={evidence} />
          <RepeatedPlaces evidence={evidence} />
        </div>
      </div>
      <Foot evidence={evidence} />
    </>
  );
}

function Foot({ evidence: { series, week } }: { evidence: Evidence }) {
  const { filter, addressOf } = useView();
  const { noun } = useAreas(filter.layer);
  const own = week.findings[0]?.areas.find(({ areaId }) => areaId === series.areaId);
  const search = addressOf({
    ...PLAIN_VIEW,
    filter: { ...PLAIN_VIEW.filter, layer: filter.layer, origin: filter.origin, categories: [series.category] },
    area: series.areaId,
  });
  return (
    <footer className={css.foot}>
      <span>
        <span className={css.strong}>{count(own?.count ?? series.observed)}</span> {words.here} ={' '}
        <span className={css.strong}>{count(own?.onlyHere ?? 0)}</span> {words.hereOnly} +{' '}
        <span className={css.strong}>{count(own?.inSeveral ?? 0)}</span> {words.inTwo(noun[1])}.
      </span>
      <Link to="/" search={search} className="link">
        {words.openInExplore}
      </Link>
      <span className={css.space} />
      <span>
        {words.methods[series.method]}, {words.weeksOfHistory(series.weeksOfHistory)}
      </span>
      <span className="code">{week.code}</span>
    </footer>
  );
}
