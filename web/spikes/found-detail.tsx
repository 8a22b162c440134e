import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { registerFigure } from '#web/ask/figures.ts';
import { kindName } from '#web/ask/kinds.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import { useView } from '#web/ask/use-view.ts';
import { weekInWords } from '#web/ask/verdicts.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import type { SweepCandidate } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { count } from '#web/ui/words.ts';
import asideCss from './aside.module.css';
import { Aside, useConcernsHere } from './aside.tsx';
import { boundsAround, hoursOfCalls, placesOfCalls } from './calls-summed.ts';
import { CallsTable } from './calls-table.tsx';
import type { VerdictOn } from './candidate-detail.tsx';
import css from './detail.module.css';
import { DetailHead, type Steps } from './detail-head.tsx';
import { explainCalls } from './explain.ts';
import { AROUND_METERS, type FoundEvidence, useFoundEvidence } from './use-found-evidence.ts';
import { WeeksBlock } from './weeks-block.tsx';
import { WhenGrid } from './when-grid.tsx';
import { WhereMap } from './where-map.tsx';
import { words } from './words.ts';

type Props = { candidate: Candidate; found: SweepCandidate; steps: Steps; verdictOn: VerdictOn };

/** A string, a rising corner or a busy address: its calls, where and when, and what its surroundings are used to. */
export function FoundDetail({ candidate, found, steps, verdictOn }: Props) {
  const { opened } = useDesk();
  const { manifest } = opened;
  const { found: evidence, isSlow, trouble, retry } = useFoundEvidence(found, opened.lastFullWeek.from);
  const isItsOwn = evidence?.found === found; // not of the one before, while this is counted
  const figure = isItsOwn && {
    code: evidence.around.code,
    register: () => registerFigure(evidence.around.code, evidence.filter, { expectedBand: true }, manifest),
  };
  const explanations =
    evidence &&
    explainCalls({
      calls: evidence.calls,
      places: found.kind === 'hot-address' ? null : placesOfCalls(evidence.calls),
      reportingLagDays: manifest.reportingLagDays,
    });
  return (
    <>
      <div className={isSlow ? `${css.detail} dim` : css.detail}>
        <DetailHead heading={candidate.title} verdict={candidate.verdict} steps={steps} />
        <p className={css.answer}>
          <span className={css.strong}>{candidate.sentence}</span> {words.chanceOf(found.p)}
        </p>
        {trouble && (
          <Notice kind="fault" title={words.failed} actions={<Button onClick={retry}>{words.again}</Button>}>
            {trouble.message}
          </Notice>
        )}
        {evidence === null ? <Skeleton height={420} /> : <Picture evidence={evidence} about={candidate.title} />}
      </div>
      <Aside category={found.category} areaIds={found.areaIds} explanations={explanations} how={<How found={found} />}>
        {verdictOn(isItsOwn && figure ? { calls: evidence.calls, figure } : null)}
      </Aside>
    </>
  );
}

function How({ found: { kind } }: { found: SweepCandidate }) {
  return (
    <section className={asideCss.how}>
      <h3 className={asideCss.heading}>{words.howTitle}</h3>
      <p>{words.how[kind]}</p>
      <Link to="/how/$method" params={{ method: 'sweep' }} className="link">
        {words.howMore}
      </Link>
    </section>
  );
}

function Picture({ evidence, about }: { evidence: FoundEvidence; about: string }) {
  const { session, opened } = useDesk();
  const { found, around, year, calls, before, missing } = evidence;
  const { kind, category, areaIds, observed, since } = found;
  const concerns = useConcernsHere(category, areaIds);
  const fit = useMemo(() => boundsAround(found.center, calls), [found.center, calls]);
  const { from } = opened.lastFullWeek;
  const when = since !== null && since < from ? words.since(shortDate(since)) : weekInWords(from, session.nowLocal);
  return (
    <>
      <div className={css.two}>
        <WhereMap
          label={words.mapOfCalls(kindName(category))}
          subject={found.candidateKey}
          selected={null}
          {...{ fit, calls, when, before, concerns }}
        />
        <div>
          <WhenGrid counts={hoursOfCalls(calls)} {...{ observed, year, when }} />
          <CallsTable calls={calls} missing={missing} />
        </div>
      </div>
      <WeeksBlock
        title={kind === 'hot-address' ? words.weeksAtAddress : words.weeksAround(AROUND_METERS)}
        points={around.findings[0]?.weeks ?? []}
        {...{ about, concerns }}
      />
      <Foot evidence={evidence} />
    </>
  );
}

function Foot({ evidence: { found, filter, around } }: { evidence: FoundEvidence }) {
  const { addressOf } = useView();
  const { noun } = useAreas(filter.layer);
  const { from, to, ...rest } = filter;
  const search = addressOf({ ...PLAIN_VIEW, window: { from, to }, filter: rest });
  return (
    <footer className={css.foot}>
      <span>
        <span className={css.strong}>{count(found.observed)}</span> {words.callsIn(found.areaIds.length, noun)}
      </span>
      <Link to="/" search={search} className="link">
        {words.openInExplore}
      </Link>
      <span className={css.space} />
      <span className="code">{around.code}</span>
    </footer>
  );
}
