import type { Map as MapLibre } from 'maplibre-gl';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { filterInWords } from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import { methodOf } from '#web/methods/frame/catalog.ts';
import { DrawnContext } from '#web/methods/frame/drawn.ts';
import { MethodPanel } from '#web/methods/frame/method-panel.tsx';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { AreaPanel } from './area-panel.tsx';
import { AreasTable } from './areas-table.tsx';
import css from './explore-screen.module.css';
import { FigureNote } from './figure-note.tsx';
import { FilterSentence } from './filter-sentence.tsx';
import { Inbox } from './inbox.tsx';
import { MapContext } from './map-context.ts';
import { MapOrTableSwitch } from './map-or-table-switch.tsx';
import { Nothing } from './nothing.tsx';
import { usePicture } from './use-picture.ts';
import { visibleOf } from './visible.ts';
import { words } from './words.ts';

// The map's engine is half of the page's code: the answer does not wait for it.
const ExploreMap = lazy(async () => ({ default: (await import('./explore-map.tsx')).ExploreMap }));

type Sheet = 'inbox' | 'panel';

/** The analyst's screen: the filter as a sentence, what to look at, the map or its table, and the answer. */
export function ExploreScreen() {
  const { opened } = useDesk();
  const { view, filter, change } = useView();
  const hasAreas = opened.manifest.areas.length > 0;
  const visible = useMemo(() => visibleOf(view, hasAreas), [view, hasAreas]);
  const { found: picture, isSlow, trouble, retry } = usePicture(visible);
  const areas = useAreas(filter.layer);
  const [drawing, setDrawing] = useState<DrawnShape['kind'] | null>(null);
  const [sheet, setSheet] = useState<Sheet>('panel');
  const [findings, setFindings] = useState<FindingFeatures | null>(null);
  const method = methodOf(view.method);
  const [map, setMap] = useState<MapLibre | null>(null);
  const draw = (kind: DrawnShape['kind']) => {
    if (view.shows === 'table') change({ shows: 'map' });
    setDrawing(kind);
  };
  const calls = picture?.all.findings[0]?.calls;
  return (
    <MapContext value={map}>
      <h1 className="visually-hidden">{words.title}</h1>
      <FilterSentence picture={picture} onDraw={draw} />
      {picture && calls !== undefined && (
        <Live>{words.announced(calls, filterInWords(picture.filter, areas, opened))}</Live>
      )}
      {picture && view.method === null && <FigureNote now={picture.here.code} />}
      {trouble && (
        <div className={css.trouble}>
          <Notice kind="fault" title={words.faultTitle} actions={<Button onClick={retry}>{words.again}</Button>}>
            {trouble.message} {words.stillWorks}
          </Notice>
        </div>
      )}
      <div className={css.columns} data-sheet={sheet}>
        <div className={css.inbox} data-part="inbox">
          <Inbox />
        </div>
        <div className={css.middle}>
          {picture === null && <Skeleton height={2000} />}
          {picture && view.shows === 'table' && <AreasTable picture={picture} isSlow={isSlow} />}
          {picture && view.shows === 'map' && (
            <Suspense fallback={<Skeleton height={2000} />}>
              <ExploreMap
                picture={picture}
                isSlow={isSlow}
                drawing={drawing}
                onDrawn={() => setDrawing(null)}
                onMap={setMap}
                findings={findings}
              />
            </Suspense>
          )}
        </div>
        <div className={css.tabs}>
          <Segmented
            label={words.tabs}
            segments={[
              { value: 'panel', label: words.tabPanel },
              { value: 'inbox', label: words.tabInbox },
            ]}
            value={sheet}
            onChange={setSheet}
          />
          <MapOrTableSwitch />
        </div>
        <div className={css.panel} data-part="panel">
          {picture === null && <PanelSkeleton />}
          {picture && method === null && calls === 0 && <Nothing filter={picture.filter} />}
          {method && (
            <DrawnContext value={setFindings}>
              <MethodPanel entry={method} />
            </DrawnContext>
          )}
          {picture && method === null && <AreaPanel picture={picture} isSlow={isSlow} />}
        </div>
      </div>
    </MapContext>
  );
}

function PanelSkeleton() {
  return (
    <div className={css.skeleton}>
      <Skeleton width={180} />
      <Skeleton width={260} />
      <Skeleton height={140} />
      <Skeleton height={120} />
    </div>
  );
}
