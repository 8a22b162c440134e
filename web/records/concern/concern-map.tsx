import { useContext, useMemo } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import { type Desk, useDeskIfOpen } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import css from './concern.module.css';
import { middleOf, outlineOf } from './middle-of.ts';
import { titleOf } from './use-story.ts';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };
const PLAIN = { breaks: [], title: '', unit: 'calls' };
const VISIBLE = { areas: true, density: false, hotCells: false, concerns: true, calls: false, beats: false };
const AROUND_DEGREES = 0.004; // some 400 m: the streets around it can be read
const ignore = () => undefined;

/** Its sign on its streets, where the map is open and a place was said. */
export function ConcernMap({ concern }: { concern: Concern }) {
  const desk = useDeskIfOpen();
  if (desk === null || concern.place === null) return null;
  return <Placed concern={concern} place={concern.place} desk={desk} />;
}

function Placed({ concern, place, desk }: { concern: Concern; place: NonNullable<Concern['place']>; desk: Desk }) {
  const { shade } = useContext(ShadeContext);
  const { opened, session } = desk;
  const { concernId, category, heardAt, closedOn, status, groupIds } = concern;
  const [lon, lat] = middleOf(place);
  const fit = useMemo(
    (): [number, number, number, number] => [
      lon - AROUND_DEGREES,
      lat - AROUND_DEGREES,
      lon + AROUND_DEGREES,
      lat + AROUND_DEGREES,
    ],
    [lon, lat],
  );
  const shape = useMemo(() => outlineOf(place), [place]);
  const sign = useMemo(
    () => [
      {
        ...{
          concernId,
          title: '',
          category: category ?? 'other',
          raisedOn: heardAt.slice(0, 10),
          answeredOn: closedOn,
        },
        ...{ status: status === 'closed' ? ('answered' as const) : ('open' as const), lon, lat },
      },
    ],
    [concernId, category, heardAt, closedOn, status, lon, lat],
  );
  return (
    <div className={css.map}>
      <AreaMap
        key={shade}
        label={words.mapLabel(titleOf(concern))}
        basemap={session.basemap}
        layer={opened.layers.groups ?? NO_AREAS}
        values={{}}
        classes={PLAIN}
        selected={groupIds[0] ?? null}
        onSelect={ignore}
        concerns={sign}
        shape={shape}
        visible={VISIBLE}
        fit={fit}
        theme={shade}
      />
    </div>
  );
}
