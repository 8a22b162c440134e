import { Map as MapLibre, type StyleSpecification } from 'maplibre-gl';
import { type RefObject, useContext, useEffect, useState } from 'react';
import { useSession } from '#web/ask/session.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { streetLabelLayers } from '#web/map/basemap-labels.ts';
import { BASEMAP, groundLayers, streetLayers, waterLayers } from '#web/map/basemap-style.ts';
import { prepareEngine } from '#web/map/engine.ts';
import { type MapTokens, readTokens } from '#web/map/read-tokens.ts';

export type Point = [lon: number, lat: number];
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The city's streets without its calls; null until drawn, and where this browser cannot draw them. */
export function useStreetMap(
  box: RefObject<HTMLDivElement | null>,
  label: string,
  fit: Box | null,
): { map: MapLibre | null; isUndrawable: boolean } {
  const { basemap } = useSession();
  const { shade } = useContext(ShadeContext);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [isUndrawable, setUndrawable] = useState(false);
  const [, moved] = useState(0);
  const isReady = fit !== null;
  const where = fit?.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another shade or basemap is another map, another fit is not
  useEffect(() => {
    if (box.current === null || fit === null) return;
    const made = makeMap(box.current, label, fit, basemap);
    if (made === null) {
      setUndrawable(true);
      return;
    }
    made.on('move', () => moved((times) => times + 1));
    made.on('resize', () => moved((times) => times + 1));
    setMap(made);
    return () => {
      setMap(null);
      made.remove();
    };
  }, [basemap, shade, isReady]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: by its corners, not by its identity
  useEffect(() => {
    if (map && fit) map.fitBounds([...fit], { padding: PADDING, duration: 0 });
  }, [map, where]);
  return { map, isUndrawable };
}

const PADDING = 24;

function makeMap(container: HTMLElement, label: string, fit: Box, basemap: string | null): MapLibre | null {
  prepareEngine();
  try {
    const map = new MapLibre({
      container,
      style: styleOf(basemap, readTokens(container)),
      bounds: [...fit],
      fitBoundsOptions: { padding: PADDING },
      attributionControl: false, // the land is the department's own
      fadeDuration: 0,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      doubleClickZoom: false, // two clicks are two corners
      locale: { 'Map.Title': label },
    });
    map.touchZoomRotate.disableRotation();
    return map;
  } catch {
    return null; // no WebGL: the lists beside it say the same
  }
}

function styleOf(basemap: string | null, tokens: MapTokens): StyleSpecification {
  const ground = { id: 'ground', type: 'background' as const, paint: { 'background-color': tokens.land } };
  if (basemap === null) return { version: 8, sources: {}, layers: [ground] };
  return {
    version: 8,
    sources: { [BASEMAP]: { type: 'vector', url: `pmtiles://${basemap}` } },
    layers: [
      ground,
      ...groundLayers(tokens),
      ...waterLayers(tokens),
      ...streetLayers(tokens),
      ...streetLabelLayers(tokens),
    ],
  };
}
