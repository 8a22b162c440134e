import { bbox } from '@turf/turf';
import { useContext, useMemo } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { ShadeContext } from '#web/ask/shade.ts';
import type { AreaConcern } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import { weekInWords } from '#web/ask/verdicts.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import css from './spike-detail.module.css';
import type { Evidence } from './use-evidence.ts';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };
const PLAIN = { breaks: [], title: '', unit: 'calls' };
const VISIBLE = { areas: true, density: false, concerns: true, calls: true, beats: false };
const ignore = () => undefined;

/** The judged week's calls on their streets, over those of the eight weeks before. */
export function WhereMap({ evidence, concerns }: { evidence: Evidence; concerns: AreaConcern[] }) {
  const { opened, session } = useDesk();
  const { filter } = useView();
  const { shade } = useContext(ShadeContext);
  const { byId, nameOf } = useAreas(filter.layer);
  const { series, callsBefore, week } = evidence;
  const feature = byId.get(series.areaId);
  const fit = useMemo(() => {
    if (feature === undefined) return opened.manifest.bbox;
    const [west, south, east, north] = bbox(feature.geometry);
    return [west ?? 0, south ?? 0, east ?? 0, north ?? 0] as [number, number, number, number];
  }, [feature, opened.manifest.bbox]);
  const places = week.findings[0]?.places ?? [];
  return (
    <section>
      <h2 className={css.heading}>
        {words.where}
        <span className={css.aside}>
          <span className={css.dotNow} /> {words.thatWeek(weekInWords(series.week, session.nowLocal))}
          <span className={css.dotBefore} /> {words.before}
        </span>
      </h2>
      <div className={css.map}>
        <AreaMap
          key={series.areaId}
          label={words.mapLabel(kindName(series.category), nameOf(series.areaId))}
          basemap={session.basemap}
          layer={opened.layers[filter.layer] ?? NO_AREAS}
          values={{}}
          classes={PLAIN}
          selected={series.areaId}
          onSelect={ignore}
          points={callsBefore}
          places={places}
          concerns={concerns}
          visible={VISIBLE}
          fit={fit}
          theme={shade}
        />
      </div>
    </section>
  );
}
