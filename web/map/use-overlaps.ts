import { useEffect, useState } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { findOverlaps, type Overlap } from './overlap.ts';

const NONE: readonly Overlap[] = [];

/** The shared ground of a layer, found once a layer; none while it is still being looked for. */
export function useOverlaps(layer: AreaLayer): readonly Overlap[] {
  const [found, setFound] = useState<{ layer: AreaLayer; overlaps: readonly Overlap[] } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    findOverlaps(layer, { signal: stop.signal }).then((overlaps) => {
      if (!stop.signal.aborted) setFound({ layer, overlaps });
    });
    return () => stop.abort();
  }, [layer]);
  return found?.layer === layer ? found.overlaps : NONE;
}
