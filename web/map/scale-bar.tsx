import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';

export type Scale = { meters: number; pixels: number; words: string };

const EARTH_METERS_PER_PIXEL = 78271.517; // at the equator and zoom 0, tiles of 512 pixels

/** The longest round distance that fits `roomPixels` at the middle of the map. */
export function scaleAt(latitude: number, zoom: number, roomPixels = 100): Scale {
  const metersPerPixel = (EARTH_METERS_PER_PIXEL * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom;
  const power = 10 ** Math.floor(Math.log10(metersPerPixel * roomPixels));
  const most = (metersPerPixel * roomPixels) / power;
  const meters = power * (most >= 5 ? 5 : most >= 2 ? 2 : 1);
  return { meters, pixels: meters / metersPerPixel, words: meters >= 1000 ? `${meters / 1000} km` : `${meters} m` };
}

export function ScaleBar({ map }: { map: MapLibre }) {
  const [scale, setScale] = useState(() => scaleOf(map));
  useEffect(() => {
    const update = (): void => setScale(scaleOf(map));
    const heard = [map.on('move', update), map.on('resize', update)];
    return () => {
      for (const one of heard) one.unsubscribe();
    };
  }, [map]);
  return (
    <svg className="scale-bar" width={scale.pixels + 4} height="20" role="img" aria-label={`Scale: ${scale.words}`}>
      <path className="scale-halo" d={`M2 12v5h${scale.pixels}v-5`} />
      <path d={`M2 12v5h${scale.pixels}v-5`} />
      <text x={2 + scale.pixels / 2} y="11" textAnchor="middle">
        {scale.words}
      </text>
    </svg>
  );
}

/** On a phone the bar has the width of the zoom buttons, beside the legend. */
function scaleOf(map: MapLibre): Scale {
  const isNarrow = map.getContainer().clientWidth <= 560;
  return scaleAt(map.getCenter().lat, map.getZoom(), isNarrow ? 44 : 100);
}
