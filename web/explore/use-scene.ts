import { useMemo } from 'react';
import type { AreaLayer } from '#data/schema/area.ts';
import { isShownIn } from '#web/ask/concerns.ts';
import { datesKnown } from '#web/ask/date-words.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { type AreaConcern, useConcerns } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import type { HotCell } from '#web/compute/door.ts';
import type { Classes } from '#web/map/classes.ts';
import type { LegendContent } from '#web/map/legend-content.ts';
import type { Visible } from '#web/map/picture.ts';
import { measureOf, shadingOf } from './shading.ts';
import type { Picture } from './use-picture.ts';
import { visibleOf } from './visible.ts';

const NO_AREAS: AreaLayer = { type: 'FeatureCollection', features: [] };

/** What the map draws and its legend says; the screen and the exports use the same. */
export type Scene = {
  layer: AreaLayer;
  values: Record<string, number | null>;
  classes: Classes;
  concerns: AreaConcern[];
  legend: LegendContent;
  visible: Visible;
};

const marked = (cells: readonly HotCell[]): number =>
  cells.filter(({ verdict }) => verdict !== 'not-significant').length;

export function useScene({ filter, all, density, hotCells }: Picture): Scene {
  const { opened } = useDesk();
  const { view } = useView();
  const { byId, features } = useAreas(filter.layer);
  const counts = all.findings[0]?.areas;
  const concerns = useConcerns(filter.layer);
  const { categories } = filter;
  return useMemo(() => {
    const visible = visibleOf(view, opened.manifest.areas.length > 0);
    const { values, classes } = shadingOf(
      counts ?? [],
      byId,
      measureOf(features, view.measure),
      datesKnown(filter, opened),
    );
    const shown = concerns.filter(
      (concern) => isShownIn(concern, filter) && (categories.length === 0 || categories.includes(concern.category)),
    );
    const hasCalls = (counts ?? []).some(({ count }) => count > 0);
    const legend: LegendContent = {
      classes: visible.areas && hasCalls ? classes : null,
      overlaps: (counts ?? []).some(({ inSeveral }) => inSeveral > 0),
      withheld: false,
      densityMeters: visible.density && density ? density.bandwidthMeters : null,
      hotCells: visible.hotCells ? marked(hotCells ?? []) : null,
      calls: visible.calls,
      concerns: visible.concerns && shown.length > 0,
    };
    return {
      layer: opened.layers[filter.layer] ?? NO_AREAS,
      values: hasCalls ? values : {},
      classes,
      concerns: shown,
      legend,
      visible,
    };
  }, [opened, view, byId, features, counts, concerns, categories, filter, density, hotCells]);
}
