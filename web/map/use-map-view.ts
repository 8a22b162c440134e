import type { Map as MapLibre } from 'maplibre-gl';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Bounds, MapView } from './map-view.ts';
import type { Picture } from './picture.ts';

type Start = { fit: Bounds | null; label: string; onMap: ((map: MapLibre | null) => void) | undefined };

/** One map for the life of the element (and of its basemap), kept in step with the picture. */
export function useMapView(
  container: RefObject<HTMLElement | null>,
  picture: Picture | null,
  start: Start,
): MapView | null {
  const [view, setView] = useState<MapView | null>(null);
  const now = useEffectEvent(() => ({ picture, start }));
  const isReady = picture !== null;
  const basemap = picture?.basemap ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another basemap is another map
  useEffect(() => {
    const { picture: first, start: opening } = now();
    if (!container.current || !first) return;
    const made = new MapView(container.current, first, opening);
    setView(made);
    opening.onMap?.(made.map);
    return () => {
      setView(null);
      opening.onMap?.(null);
      made.remove();
    };
  }, [container, isReady, basemap]);
  useEffect(() => {
    if (picture) view?.show(picture);
  }, [view, picture]);
  useRefit(view, start.fit);
  return view;
}

/** Moves the camera when other bounds are asked for, not at the start: the map opens on those. */
function useRefit(view: MapView | null, fit: Bounds | null): void {
  const shown = useRef<{ view: MapView | null; key: string }>({ view: null, key: '' });
  const key = fit?.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same four numbers are the same bounds
  useEffect(() => {
    const before = shown.current;
    shown.current = { view, key };
    if (view && fit && before.view === view && before.key !== key) view.fit(fit);
  }, [view, key]);
}
