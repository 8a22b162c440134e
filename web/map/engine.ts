import { addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map-fonts.css';

let isReady = false;

/**
 * Prepares MapLibre once a page: its worker from our own origin (a blob worker would need
 * a weaker content security policy) and tiles out of one PMTiles file.
 */
export function prepareEngine(): void {
  if (isReady) return;
  setWorkerUrl(workerUrl);
  addProtocol('pmtiles', new Protocol().tile);
  isReady = true;
}
