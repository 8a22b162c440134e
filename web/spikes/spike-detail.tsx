import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { boundsOf } from '#web/ask/bounds.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { registerFigure } from '#web/ask/figures.ts';
import { kindName } from '#web/ask/kinds.ts';
import { useView } from '#web/ask/use-view.ts';
import { answerSentence, seriesKey, weekInWords } from '#web/ask/verdicts.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import type { AnswerTo, SeriesVerdict } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { count, plural } from '#web/ui/words.ts';
import { Aside, useConcernsHere } from './aside.tsx';
import type { VerdictOn } from './candidate-detail.tsx';
import css from './detail.module.css';
import { DetailHead, type Steps } from './detail-head.tsx';
import { explain } from './explain.ts';
import { Noticed } from './noticed.tsx';
import { RepeatedPlaces } from './repeated-places.tsx';
import { type Evidence, useEvidence } from './use-evidence.ts';
import { WeeksBlock } from './weeks-block.tsx';
import { WhenGrid } from './when-grid.tsx';
import { WhereMap } from './where-map.tsx';
import { words } from './words.ts';

type Props = { series: SeriesVerdict; answer: AnswerTo<'spike'>; steps: Steps; verdictOn: VerdictOn };

/** One spike: the sentence, the weeks that prove it, where and when, and what else could explain it. */
export function SpikeDetail({ series, answer, steps, verdictOn }: Props) {
  const { session, opened } = useDesk();
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const { found: evidence, isSlow, trouble, retry } = useEvidence(series);
  const isItsOwn = evidence !== null && isSame(evidence.series, series); // not of the one before, while this is counted
  const { category, areaId } = series;
  const rest = isItsOwn ? { calls: evidence.calls, figure: figureOf(evidence, opened.manifest) } : null;
  return (
    <>
      <div className={isSlow ? `${css.detail} dim` : css.detail}>
        <DetailHead
          heading={words.heading(kindName(category), nameOf(areaId))}
          verdict={series.verdict}
          steps={steps}
        />
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
      <Aside category={category} areaIds={[areaId]} explanations={useExplanations(evidence)}>
        {verdictOn(rest)}
      </Aside>
    </>
  );
}

const isSame = (one: SeriesVerdict, other: SeriesVerdict): boolean =>
  seriesKey(one) === seriesKey(other) && one.week === other.week;

const figureOf = ({ week, filter }: Evidence, manifest: Parameters<typeof registerFigure>[3]) => ({
  code: week.code,
  register: () => registerFigure(week.code, filter, { expectedBand: true }, manifest),
});

function useExplanations(evidence: Evidence | null) {
  const { opened } = useDesk();
  const { filter } = useView();
  const { features, noun } = useAreas(filter.layer);
  const inWeek = evidence?.week.findings[0];
  if (evidence === null || inWeek === undefined) return null;
  const { series, year, calls, elsewhere } = evidence;
  return explain({
    ...{ series, calls, elsewhere, places: inWeek.places, types: inWeek.types, typesBefore: year.types },
    others: plural(features.length - 1, noun[0], noun[1]),
    reportingLagDays: opened.manifest.reportingLagDays,
  });
}

function Picture({ evidence }: { evidence: Evidence }) {
  const { opened, session } = useDesk();
  const { filter } = useView();
  const { byId, nameOf } = useAreas(filter.layer);
  const { series, week, year, calls, callsBefore } = evidence;
  const { areaId, category, observed } = series;
  const concerns = useConcernsHere(category, [areaId]);
  const feature = byId.get(areaId);
  const fit = useMemo(() => {
    if (feature === undefined) return opened.manifest.bbox;
    return boundsOf({ type: 'FeatureCollection', features: [feature] }, opened.manifest.bbox);
  }, [feature, opened.manifest.bbox]);
  const when = weekInWords(series.week, session.nowLocal);
  const name = nameOf(areaId);
  return (
    <>
      <WeeksBlock
        title={words.weeks}
        about={words.heading(kindName(category), name)}
        points={week.findings[0]?.weeks ?? []}
        concerns={concerns}
      />
      <div className={css.two}>
        <WhereMap
          label={words.mapLabel(kindName(category), name)}
          subject={areaId}
          selected={areaId}
          before={callsBefore}
          {...{ fit, calls, when, concerns }}
        />
        <div>
          <WhenGrid counts={week.findings[0]?.hourOfWeek ?? []} {...{ observed, year, when }} />
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
