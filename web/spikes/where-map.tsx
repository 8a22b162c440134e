import type { Map as MapLibre } from 'maplibre-gl';
import { useContext, useEffect, useMemo, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { boundsOf } from '#web/ask/bounds.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { ShadeContext } from '#web/ask/shade.ts';
import type { AreaConcern } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import { weekInWords } from '#web/ask/verdicts.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import { callsAsTheyLie, callsByPlace, drawCalls } from './calls-on-map.ts';
import css from './spike-detail.module.css';
import type { Evidence } from './use-evidence.ts';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };
const PLAIN = { breaks: [], title: '', unit: 'calls' };
const VISIBLE = { areas: true, density: false, hotCells: false, concerns: true, calls: false, beats: false };
const ignore = () => undefined;

/** The judged week's calls on their streets, over those of the eight weeks before. */
export function WhereMap({ evidence, concerns }: { evidence: Evidence; concerns: AreaConcern[] }) {
  const { opened, session } = useDesk();
  const { filter } = useView();
  const { shade } = useContext(ShadeContext);
  const { byId, nameOf } = useAreas(filter.layer);
  const { series, calls, callsBefore } = evidence;
  const feature = byId.get(series.areaId);
  const fit = useMemo(() => {
    if (feature === undefined) return opened.manifest.bbox;
    return boundsOf({ type: 'FeatureCollection', features: [feature] }, opened.manifest.bbox);
  }, [feature, opened.manifest.bbox]);
  const [map, setMap] = useState<MapLibre | null>(null);
  useEffect(() => {
    if (map === null) return;
    return drawCalls(map, callsByPlace(calls), callsAsTheyLie(callsBefore));
  }, [map, calls, callsBefore]);
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
          key={`${series.areaId} ${shade}`}
          label={words.mapLabel(kindName(series.category), nameOf(series.areaId))}
          basemap={session.basemap}
          layer={opened.layers[filter.layer] ?? NO_AREAS}
          values={{}}
          classes={PLAIN}
          selected={series.areaId}
          onSelect={ignore}
          concerns={concerns}
          visible={VISIBLE}
          fit={fit}
          theme={shade}
          onMap={setMap}
        />
      </div>
    </section>
  );
}
