import { Menu } from '@mantine/core';
import type { Map as MapLibre } from 'maplibre-gl';
import { useContext, useState } from 'react';
import { datesKnown } from '#web/ask/date-words.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { filterInWords } from '#web/ask/filter-words.ts';
import { csvFile, saveFile } from '#web/ask/save-file.ts';
import { toGeoJson } from '#web/map/to-geojson.ts';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { answerOf } from './answer-of.ts';
import { areasCsv, callsCsv, fileName } from './exports.ts';
import { MapContext } from './map-context.ts';
import { reconciliationInWords } from './reconciliation.tsx';
import type { Picture } from './use-picture.ts';
import { useRegistered } from './use-registered.ts';
import { useScene } from './use-scene.ts';
import { words } from './words.ts';

/** What is on the screen, taken along: each file carries the figure code and says what was counted. */
export function ExportMenu({ picture }: { picture: Picture }) {
  const { door, opened, session } = useDesk();
  const areas = useAreas(picture.filter.layer);
  const map = useContext(MapContext);
  const scene = useScene(picture);
  const registered = useRegistered(picture);
  const [state, setState] = useState('');
  const { filter, area, all, here } = picture;
  const explored = here.findings[0];
  if (explored === undefined) return null;
  const sentence = filterInWords(filter, areas, opened);
  const place = area === null ? areas.noun[1] : areas.nameOf(area);
  const saying = async (work: () => Promise<void>) => {
    try {
      await work();
      setState('');
    } catch (thrown) {
      setState(`${words.exportFailed}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
    }
  };
  const save = (kind: string, name: string, file: Blob) =>
    saveFile(name, file, { kind, recordId: all.code, words: `${name}: ${sentence}` });
  const saveCalls = () =>
    saying(async () => {
      const asked = area === null ? filter : { ...filter, areas: [area] };
      const csv = await callsCsv(door, asked, (done) => setState(words.exporting(done, explored.calls)));
      save('call', fileName(`calls ${place}`, filter, 'csv'), csvFile(csv));
    });
  const savePng = (drawn: MapLibre) =>
    saying(async () => {
      const { exportMapPng } = await import('#web/map/export-png.ts'); // it comes with the map's engine
      const footer = reconciliationInWords(picture, areas, datesKnown(filter, opened));
      const sheet = { title: scene.classes.title, subtitle: sentence, legend: scene.legend, footer, code: all.code };
      save('map', fileName(`map ${place}`, filter, 'png'), await exportMapPng(drawn, sheet));
    });
  const saveGeoJson = () => {
    const density = scene.visible.density ? picture.density : null;
    const text = JSON.stringify(toGeoJson(scene.layer, scene.values, { density }));
    save('area', fileName(areas.noun[1], filter, 'geojson'), new Blob([text], { type: 'application/geo+json' }));
  };
  const copyAnswer = () => {
    const dates = datesKnown(filter, opened);
    const { sentence: answer } = answerOf(explored, opened.lastFullWeek.from, session.nowLocal, dates);
    return registered.copy(
      `${place.charAt(0).toUpperCase()}${place.slice(1)}. ${answer} ${sentence}: ${explored.calls}. ${here.code}`,
    );
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button look="quiet" small icon="export">
            {registered.state === 'copied' ? words.copied : words.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={copyAnswer}>{words.copyAnswer}</Menu.Item>
          {map !== null && <Menu.Item onClick={() => savePng(map)}>{words.exportPng}</Menu.Item>}
          <Menu.Item
            onClick={() =>
              save('area', fileName(areas.noun[1], filter, 'csv'), csvFile(areasCsv(all, areas, sentence)))
            }
          >
            {words.exportAreas}
          </Menu.Item>
          <Menu.Item onClick={saveGeoJson}>{words.exportGeoJson}</Menu.Item>
          <Menu.Item onClick={saveCalls}>{words.exportCalls}</Menu.Item>
          <Menu.Label>{words.exportNote(opened.manifest.releaseLevel)}</Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {state !== '' && <span className="caption">{state}</span>}
      {registered.state === 'failed' && <span role="alert">{registered.reason}</span>}
      <Live>{state}</Live>
    </>
  );
}
