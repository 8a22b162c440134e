import { type Map as MapLibre, Marker } from 'maplibre-gl';
import { useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { useDesk, usualLayer } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { AreaMap } from '#web/map/area-map.tsx';
import css from './calls-map.module.css';
import { boundsOfPins, type Pin, pinsOf } from './pins.ts';
import type { CallLine } from './use-calls.ts';
import { words } from './words.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };
const PLAIN = { breaks: [], title: '', unit: 'calls' };
const VISIBLE = { areas: true, density: false, hotCells: false, concerns: false, calls: false, beats: false };
const ignore = () => undefined;

type Props = {
  name: string;
  lines: readonly CallLine[];
  pointed: readonly string[];
  onPoint: (callIds: readonly string[]) => void;
};

/** The calls on their streets by the numbers of their rows; left out ones are hollow. */
export function CallsMap({ name, lines, pointed, onPoint }: Props) {
  const { opened, session } = useDesk();
  const { shade } = useContext(ShadeContext);
  const pins = useMemo(() => pinsOf(lines), [lines]);
  // The view is the calls that were gathered: leaving one out must not move the streets.
  const bounds = useMemo(() => boundsOfPins(pins), [pins]);
  const [map, setMap] = useState<MapLibre | null>(null);
  useMarkers(map, pins, pointed, onPoint);
  const off = lines.filter(({ row }) => row !== null && row.placement !== 'placed').length;
  return (
    <section>
      <h2 className={css.heading}>
        {words.where}
        <span className={css.aside}>
          <span className={css.sign} /> {words.keptDot}
          <span className={css.sign} data-out="true" /> {words.leftOutDot}
        </span>
      </h2>
      <div className={css.map}>
        <AreaMap
          key={shade}
          label={words.mapOf(name)}
          basemap={session.basemap}
          layer={opened.layers[usualLayer(opened)] ?? NO_AREAS}
          values={{}}
          classes={PLAIN}
          selected={null}
          onSelect={ignore}
          visible={VISIBLE}
          fit={bounds ?? opened.manifest.bbox}
          theme={shade}
          onMap={setMap}
        />
      </div>
      {off > 0 && <p className="caption">{words.notOnMap(off)}</p>}
    </section>
  );
}

/** Pins as elements over the map: they wear the desk's own colors, and answer to the hand at once. The rows say the same to readers. */
function useMarkers(
  map: MapLibre | null,
  pins: readonly Pin[],
  pointed: readonly string[],
  onPoint: Props['onPoint'],
): void {
  const drawn = useRef(new Map<string, { element: HTMLElement; callIds: readonly string[] }>());
  const point = useEffectEvent(onPoint);
  useEffect(() => {
    if (map === null) return undefined;
    const markers = pins.map((pin) => {
      const element = elementOf(pin);
      element.addEventListener('pointerenter', () => point(pin.callIds));
      element.addEventListener('pointerleave', () => point([]));
      drawn.current.set(pin.key, { element, callIds: pin.callIds });
      return new Marker({ element }).setLngLat([pin.lon, pin.lat]).addTo(map);
    });
    return () => {
      drawn.current.clear();
      for (const marker of markers) marker.remove();
    };
  }, [map, pins]);
  useEffect(() => {
    for (const { element, callIds } of drawn.current.values())
      element.dataset.pointed = String(callIds.some((callId) => pointed.includes(callId)));
  }, [pointed]);
}

function elementOf({ text, isKept, callIds }: Pin): HTMLElement {
  const element = document.createElement('div');
  element.className = css.pin ?? '';
  element.textContent = text;
  element.ariaHidden = 'true';
  element.dataset.out = String(!isKept);
  element.dataset.pin = callIds.join(' ');
  return element;
}
