import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { MapView } from './map-view.ts';

/** The area under the pointer, and where on the map the pointer is, in pixels; `isRight`: in its right half. */
export type Hovered = { areaId: string; x: number; y: number; isRight: boolean };

type Picking = {
  selected: string | null;
  isOff: boolean; // while drawing, a click sets a corner
  onSelect: (areaId: string | null) => void;
  onConcern: ((concernIds: string[]) => void) | undefined;
};

/**
 * Picks areas and concerns by pointer. Where areas share ground the smallest is taken
 * first, and each further click at the same place takes the next one.
 */
export function usePicking(view: MapView | null, picking: Picking): Hovered | null {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const now = useEffectEvent(() => picking);
  useEffect(() => {
    if (!view) return;
    const { map } = view;
    const areasAt = ({ point }: MapMouseEvent): string[] => {
      const found = map.queryRenderedFeatures(point, { layers: ['area-fill'] });
      return [...new Set(found.map(({ properties }) => String(properties.areaId)))];
    };
    const onClick = async (event: MapMouseEvent): Promise<void> => {
      const { isOff, selected, onSelect, onConcern } = now();
      if (isOff) return;
      const [concern] = map.queryRenderedFeatures(event.point, { layers: ['concern'] });
      if (concern && onConcern) return onConcern(await concernIds(view, concern.properties));
      onSelect(nextOf(areasAt(event), selected));
    };
    const onMove = (event: MapMouseEvent): void => {
      const [areaId] = now().isOff ? [] : areasAt(event);
      view.hover(areaId ?? null);
      map.getCanvas().style.cursor = now().isOff ? 'crosshair' : areaId ? 'pointer' : '';
      const { x, y } = event.point;
      setHovered(areaId ? { areaId, x, y, isRight: x > map.getContainer().clientWidth / 2 } : null);
    };
    const onLeave = (): void => {
      view.hover(null);
      setHovered(null);
    };
    const heard = [
      map.on('click', onClick),
      map.on('mousemove', onMove),
      map.on('mouseout', onLeave),
      map.on('movestart', onLeave),
    ];
    return () => {
      for (const one of heard) one.unsubscribe();
    };
  }, [view]);
  return hovered;
}

/** The area after the selected one in the stack, or the first; null on open ground. */
export function nextOf(stack: readonly string[], selected: string | null): string | null {
  const at = selected === null ? -1 : stack.indexOf(selected);
  return stack[(at + 1) % Math.max(1, stack.length)] ?? null;
}

async function concernIds(view: MapView, properties: Record<string, unknown>): Promise<string[]> {
  if (typeof properties.cluster_id !== 'number') return [String(properties.concernId)];
  return view.concernsIn(properties.cluster_id);
}
