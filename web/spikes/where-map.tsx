import type { Map as MapLibre } from 'maplibre-gl';
import { useContext, useEffect, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import type { AreaConcern } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import type { CallRow, Points } from '#web/compute/door.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import type { Bounds } from '#web/map/map-view.ts';
import { callsAsTheyLie, callsByPlace, drawCalls } from './calls-on-map.ts';
import css from './detail.module.css';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };
const PLAIN = { breaks: [], title: '', unit: 'calls' };
const VISIBLE = { areas: true, density: false, hotCells: false, concerns: true, calls: false, beats: false };
const ignore = () => undefined;

type Props = {
  label: string;
  subject: string; // the same for the same candidate: its map keeps its view
  selected: string | null; // the area it was found in
  fit: Bounds | null;
  calls: readonly CallRow[];
  when: string; // of these calls
  before: Points;
  concerns: AreaConcern[];
};

/** The judged calls on their streets, over those of the eight weeks before. */
export function WhereMap({ label, subject, selected, fit, calls, when, before, concerns }: Props) {
  const { opened, session } = useDesk();
  const { filter } = useView();
  const { shade } = useContext(ShadeContext);
  const [map, setMap] = useState<MapLibre | null>(null);
  useEffect(() => {
    if (map === null) return;
    return drawCalls(map, callsByPlace(calls), callsAsTheyLie(before));
  }, [map, calls, before]);
  return (
    <section>
      <h2 className={css.heading}>
        {words.where}
        <span className={css.aside}>
          <span className={css.dotNow} /> {when}
          <span className={css.dotBefore} /> {words.before}
        </span>
      </h2>
      <div className={css.map}>
        <AreaMap
          key={`${subject} ${shade}`}
          label={label}
          basemap={session.basemap}
          layer={opened.layers[filter.layer] ?? NO_AREAS}
          values={{}}
          classes={PLAIN}
          selected={selected}
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
