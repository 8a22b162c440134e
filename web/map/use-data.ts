import type { FeatureCollection } from 'geojson';
import { type DependencyList, useEffect, useMemo } from 'react';
import type { MapView } from './map-view.ts';

/** Keeps one source of the map in step with what its features are made from. */
export function useData(
  view: MapView | null,
  source: string,
  make: () => FeatureCollection,
  madeFrom: DependencyList,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what the features are made from
  const features = useMemo(make, madeFrom);
  useEffect(() => view?.setData(source, features), [view, source, features]);
}
