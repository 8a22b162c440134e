import { createContext, useContext, useEffect } from 'react';
import type { FindingFeatures } from '#web/map/finding-layers.ts';

/** What the open method draws on the map, and how it says so. */
export const DrawnContext = createContext<(drawn: FindingFeatures | null) => void>(() => {});

/** Draws findings on the map beside the panel for as long as the panel is open. Keep `drawn` between renders. */
export function useDrawn(drawn: FindingFeatures | null): void {
  const draw = useContext(DrawnContext);
  useEffect(() => {
    draw(drawn);
    return () => draw(null);
  }, [draw, drawn]);
}
