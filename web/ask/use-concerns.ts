import { useMemo } from 'react';
import type { MapConcern } from '#data/schema/concern.ts';
import { areasOfConcerns } from './concerns.ts';
import { useAreas, useDesk } from './desk.tsx';

export type AreaConcern = MapConcern & { areaIds: string[] };

/** Every concern with the areas of a layer it lies in, newest first. */
export function useConcerns(layer: string): AreaConcern[] {
  const { opened } = useDesk();
  const { features } = useAreas(layer);
  return useMemo(() => {
    const areasOf = areasOfConcerns(features, opened.concerns);
    return opened.concerns
      .map((concern) => ({ ...concern, areaIds: areasOf.get(concern.concernId) ?? [] }))
      .sort((a, b) => b.raisedOn.localeCompare(a.raisedOn));
  }, [features, opened.concerns]);
}
