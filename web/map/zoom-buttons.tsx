import type { Map as MapLibre } from 'maplibre-gl';

/** Closer and farther, for those who neither scroll nor pinch. */
export function ZoomButtons({ map }: { map: MapLibre }) {
  return (
    <div className="map-float zoom-buttons">
      <button type="button" aria-label="Zoom in" onClick={() => map.zoomIn({ duration: 200 })}>
        <svg width="16" height="16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
      <button type="button" aria-label="Zoom out" onClick={() => map.zoomOut({ duration: 200 })}>
        <svg width="16" height="16" aria-hidden="true">
          <path d="M3 8h10" />
        </svg>
      </button>
    </div>
  );
}
