import type { Map as MapLibre } from 'maplibre-gl';
import { createContext } from 'react';

/** The map on the screen, for exports; null while the table stands in its place. */
export const MapContext = createContext<MapLibre | null>(null);
