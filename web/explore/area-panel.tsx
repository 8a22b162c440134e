import { useMemo } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { datesKnown } from '#web/ask/date-words.ts';
import { isUsualWindow } from '#web/ask/dates.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { filterInWords } from '#web/ask/filter-words.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { useOverlaps } from '#web/map/use-overlaps.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import { AnswerBlock } from './answer-block.tsx';
import { answerOf } from './answer-of.ts';
import css from './area-panel.module.css';
import { HereConcerns } from './here-concerns.tsx';
import { HoursBlock } from './hours-block.tsx';
import { KindsBlock } from './kinds-block.tsx';
import { MonthsBlock } from './months-block.tsx';
import { PatternBlock } from './pattern-block.tsx';
import { PlacesBlock } from './places-block.tsx';
import { Reconciliation } from './reconciliation.tsx';
import type { Picture } from './use-picture.ts';
import { WeeksBlock } from './weeks-block.tsx';
import { words } from './words.ts';

/** One area, or the whole selection: the sentence first, then the charts that prove it, then where every call went. */
export function AreaPanel({ picture, isSlow }: { picture: Picture; isSlow: boolean }) {
  const { opened, session } = useDesk();
  const explored = picture.here.findings[0];
  const areas = useAreas(picture.filter.layer);
  const spikes = useSpikes();
  if (explored === undefined) return null;
  const dates = datesKnown(picture.filter, opened);
  const judged = (spikes.found?.findings ?? []).filter(({ areaId }) => areaId === picture.area);
  const answer = answerOf(explored, opened.lastFullWeek.from, session.nowLocal, dates, judged);
  const name = picture.area === null ? words.whole : areas.nameOf(picture.area);
  return (
    <section className={isSlow ? `${css.panel} dim` : css.panel} aria-label={name}>
      <header className={css.head}>
        {picture.area === null ? (
          <WholeTitle picture={picture} />
        ) : (
          <AreaTitle areaId={picture.area} layer={picture.filter.layer} />
        )}
        <p className="answer">{answer.sentence}</p>
        {opened.months.length === 0 && !isUsualWindow(picture.filter, opened) && (
          <p className={css.inWindow}>{words.inWindow(explored.calls, dates)}</p>
        )}
        <PatternBlock picture={picture} />
      </header>
      {opened.months.length > 0 ? (
        <MonthsBlock explored={explored} filter={picture.filter} name={name} />
      ) : (
        <WeeksBlock explored={explored} filter={picture.filter} name={name} />
      )}
      <HoursBlock picture={picture} name={name} />
      <KindsBlock explored={explored} area={picture.area} />
      <PlacesBlock explored={explored} />
      <AnswerBlock picture={picture} judged={answer.sentence} />
      {picture.area !== null && <HereConcerns areaId={picture.area} filter={picture.filter} />}
      <Reconciliation picture={picture} />
    </section>
  );
}

function WholeTitle({ picture }: { picture: Picture }) {
  const { opened } = useDesk();
  const areas = useAreas(picture.filter.layer);
  const sentence = useMemo(() => filterInWords(picture.filter, areas, opened), [picture.filter, areas, opened]);
  return (
    <>
      <h2 className={css.title}>{words.whole}</h2>
      <p className={`caption ${css.about}`}>{sentence}.</p>
      {areas.entry === null && (
        <p className={`caption ${css.about}`}>
          <b>{words.noAreasTitle}.</b> {words.noAreas}
        </p>
      )}
    </>
  );
}

const GROUP_KINDS = {
  association: 'Association',
  business: 'Business group',
  apartments: 'Apartments',
  'mobile-home-park': 'Mobile home park',
  watch: 'Watch',
} as const;

function AreaTitle({ areaId, layer }: { areaId: string; layer: string }) {
  const { view, change } = useView();
  const areas = useAreas(layer);
  const overlaps = useOverlapNames(layer, areaId);
  const properties = areas.byId.get(areaId)?.properties;
  const [one] = areas.noun;
  const kind = properties?.groupKind ? GROUP_KINDS[properties.groupKind] : one.charAt(0).toUpperCase() + one.slice(1);
  const isOnly = view.filter.areas.length === 1 && view.filter.areas[0] === areaId;
  const about = [
    ...(properties?.validFrom ? [words.boundary(longDate(properties.validFrom))] : []),
    ...(overlaps.length > 0 ? [words.overlaps(listed(overlaps))] : []),
  ];
  return (
    <>
      <div className={css.titleRow}>
        <h2 className={css.title}>{areas.nameOf(areaId)}</h2>
        <Tag>{kind}</Tag>
        <span className={css.space} />
        <IconButton icon="close" label={words.close} onClick={() => change({ area: null })} />
      </div>
      <p className={`caption ${css.about}`}>
        {about.join(' ')}{' '}
        <button
          type="button"
          className={css.inline}
          onClick={() => change({ filter: { areas: isOnly ? [] : [areaId] } })}
        >
          {isOnly ? words.countAll : words.countOnlyHere}
        </button>
      </p>
    </>
  );
}

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };

/** Names of the areas that share ground with this one. */
function useOverlapNames(layer: string, areaId: string): string[] {
  const { opened } = useDesk();
  const { nameOf } = useAreas(layer);
  const overlaps = useOverlaps(opened.layers[layer] ?? NO_AREAS);
  const others = new Set(overlaps.filter(({ members }) => members.includes(areaId)).flatMap(({ members }) => members));
  others.delete(areaId);
  return [...others].map(nameOf).sort((a, b) => a.localeCompare(b));
}
