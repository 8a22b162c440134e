import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { buildPlaceIndex, countByArea, type Placed, placePoints } from '#analysis/place/place.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { type PlainCalls, readPlainCalls } from '#server/ingest/plain-calls.ts';
import { recordsInWords, recordsOf } from './plain-records.ts';

type JoinOptions = {
  calls: string;
  areas: string;
  id?: string;
  lon: string;
  lat: string;
  areaId?: string;
  areaName?: string;
  table?: string;
  crs?: string;
  csv?: true;
  json?: true;
};

/** `join`: which call lies in which area, from plain files. */
export function addJoin(command: Command): void {
  command
    .requiredOption('--calls <file>', 'calls: CSV (plain or gzip) or NDJSON')
    .requiredOption('--areas <file>', 'boundaries: GeoJSON, zipped Shapefile, KML, GeoPackage')
    .option('--id <column>', 'column with the id of a call (default: row-<line>)')
    .option('--lon <column>', 'column with the longitude', 'lon')
    .option('--lat <column>', 'column with the latitude', 'lat')
    .addOption(ignored('--time <column>'))
    .addOption(ignored('--from <column>'))
    .addOption(ignored('--to <column>'))
    .addOption(ignored('--type <column>'))
    .option('--area-id <property>', 'property that holds the id of an area')
    .option('--area-name <property>', 'property that holds the name of an area')
    .option('--table <name>', 'layer of a boundary file that holds several')
    .option('--crs <system>', 'coordinate system of the boundaries, where their file does not say')
    .addOption(new Option('--csv', 'print call_id,area_id, one row a pair').conflicts('json'))
    .option('--json', 'print {areas: [{areaId, name, calls}], records}')
    .action(join);
}

/** One list of columns serves every command; where a call lies does not depend on these. */
const ignored = (flags: string) => new Option(flags, 'taken as by the other commands, without effect here').hideHelp();

async function join(options: JoinOptions): Promise<void> {
  const { layer, report } = await readAreas(options.areas, { ...options, kind: 'other' });
  const { id, lon, lat } = options;
  const calls = await readPlainCalls(options.calls, { lon, lat, ...(id === undefined ? {} : { id }) });
  if (calls.rejected > 0) console.error(`commonbeat: ${rejectedInWords(calls)}`);
  const placed = placePoints(buildPlaceIndex(layer.features.map(({ geometry }) => geometry)), calls.lon, calls.lat);
  if (options.csv) return printPairs(calls, layer, placed);
  const counted = { areas: callsByArea(layer, placed), records: recordsOf(calls, placed) };
  if (options.json) return console.log(JSON.stringify(counted));
  for (const note of report.notes) console.log(note);
  for (const { areaId, what } of report.repaired) console.log(`repaired ${areaId}: ${what}`);
  for (const { areaId, name, calls: count } of counted.areas) console.log(`${areaId}\t${name}\t${count}`);
  console.log(recordsInWords(counted.records));
}

function callsByArea(layer: AreaLayer, placed: Placed): { areaId: string; name: string; calls: number }[] {
  const { calls } = countByArea(placed, layer.features.length);
  return layer.features.map(({ properties: { areaId, name } }, i) => ({ areaId, name, calls: calls[i] ?? 0 }));
}

function rejectedInWords({ rejected, read, rejects }: PlainCalls): string {
  const [first] = rejects;
  const example = first === undefined ? '' : `; the first, at line ${first.line}: ${first.reason}`;
  return `${rejected} of ${read} rows cannot be read and count as quarantined${example}`;
}

async function printPairs({ ids }: PlainCalls, { features }: AreaLayer, placed: Placed): Promise<void> {
  const { setOf, setOffsets, setAreas } = placed;
  const areaIds = features.map(({ id }) => csvField(id));
  let text = 'call_id,area_id\n';
  for (let i = 0; i < setOf.length; i++) {
    const set = setOf[i] ?? 0;
    for (let k = setOffsets[set] ?? 0; k < (setOffsets[set + 1] ?? 0); k++) {
      text += `${csvField(ids[i] ?? '')},${areaIds[setAreas[k] ?? 0] ?? ''}\n`;
    }
    if (text.length > 1 << 16) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      text = '';
    }
  }
  process.stdout.write(text);
}

const csvField = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
