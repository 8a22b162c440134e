import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { type AreaFeature, AreaKind } from '#data/schema/area.ts';
import { UsageError } from '#server/errors.ts';
import { type AreaReport, readAreas } from '#server/ingest/areas/read-areas.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';

type AreasOptions = {
  layer?: string;
  title?: string;
  kind: AreaKind;
  areaId?: string;
  areaName?: string;
  table?: string;
  crs?: string;
  home: string;
  json?: true;
};

/** `areas FILE…`: takes boundary files in as one layer. */
export function addAreas(command: Command): void {
  command
    .argument('<file...>', 'boundary files; their areas become one layer')
    .option('--layer <name>', 'name of the layer in addresses: groups, beats, … (default: after the first file)')
    .option('--title <title>', 'name of the layer for readers (default: after the layer)')
    .addOption(new Option('--kind <kind>', 'what the areas are').choices(AreaKind.options).default('other'))
    .option('--area-id <property>', 'property that holds the id of an area')
    .option('--area-name <property>', 'property that holds the name of an area')
    .option('--table <name>', 'layer of a file that holds several')
    .option('--crs <system>', 'coordinate system, where the file does not say: EPSG code or PROJ text')
    .option('--home <folder>', 'where Commonbeat keeps its data', '.commonbeat')
    .option('--json', 'print the report as JSON')
    .action(takeAreas);
}

async function takeAreas(files: string[], options: AreasOptions): Promise<void> {
  const { home, layer = layerNameOf(files[0] ?? ''), kind, title = titleOf(layer) } = options;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(layer)) {
    throw new UsageError(`--layer "${layer}": use small letters, digits and hyphens, it becomes part of an address`);
  }
  const read = [];
  for (const file of files) read.push(await readAreas(file, options));
  const features = read.flatMap(({ layer }) => layer.features);
  const twice = features.find(({ id }, i) => features.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new UsageError(`area "${twice.id}" is in two of the files; take one of them`);
  const stored = await storeLayer(home, { layer, title, kind }, { type: 'FeatureCollection', features });
  const reports = read.map(({ report }) => report);
  console.log(
    options.json
      ? JSON.stringify({ ...stored, reports })
      : inWords(`layer ${layer}, "${title}", version ${stored.version}: ${namesOf(features)}`, reports),
  );
}

/** `police-beats` is read as "Police beats". */
const titleOf = (layer: string): string => `${layer.charAt(0).toUpperCase()}${layer.slice(1).replaceAll('-', ' ')}`;

/** `My Beats.geojson.gz` is `my-beats`. */
const layerNameOf = (file: string): string =>
  basename(file)
    .toLowerCase()
    .replace(/(\.[a-z]+)+$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** A few names, so that a wrong property shows at once. */
const namesOf = (features: readonly AreaFeature[]): string =>
  `${features
    .slice(0, 5)
    .map(({ properties }) => properties.name)
    .join(', ')}${features.length > 5 ? `, and ${features.length - 5} more` : ''}`;

function inWords(stored: string, reports: AreaReport[]): string {
  const lines = reports.flatMap(({ file, read, accepted, merged, rejected, repaired, notes }) => [
    `${file}: ${read} features read, ${accepted} areas, ${merged} merged, ${rejected.length} rejected, ${repaired.length} repairs`,
    ...notes.map((note) => `  ${note}`),
    ...repaired.map(({ areaId, what }) => `  repaired ${areaId}: ${what}`),
    ...rejected.map(({ feature, areaId, reason }) => `  rejected feature ${feature} (${areaId}): ${reason}`),
  ]);
  return [...lines, stored].join('\n');
}
