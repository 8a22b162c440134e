import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BAD_BOUNDARY } from '#data/demo/bad-boundary.ts';
import { makeBasemap } from '#data/demo/basemap.ts';
import { type DemoSize, planCalls } from '#data/demo/call-plan.ts';
import { makeCalls } from '#data/demo/calls.ts';
import { DEMO_NOW, DEMO_SEED, makeCity } from '#data/demo/city.ts';
import { makeConcerns } from '#data/demo/concerns.ts';
import { truthOf } from '#data/demo/truth.ts';
import type { AreaKind, AreaLayer } from '#data/schema/area.ts';
import { storeLayer } from '#server/ingest/areas/store-layer.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';
import { writeWhole } from '#server/store/store-index.ts';

/** Raised when the generator changes what it writes, so that an old demo home is made anew. */
const DEMO_VERSION = 3;

/** The id of one city in one state of the generator. */
const markOf = (seed: number, size: DemoSize): string => JSON.stringify({ version: DEMO_VERSION, seed, size });

/** The feed of the demo city, as its calls were taken in. */
export const demoCallsFile = (home: string): string => join(home, 'demo', 'calls.csv');

export type DemoOptions = { size?: DemoSize; seed?: number; onProgress?: (what: string) => void };

/**
 * Fills a data home with the demo city: its boundaries, basemap, concerns and truth file,
 * and its calls, taken in like any other feed. Does nothing where the same city was made
 * before; a killed run starts again, because the mark is written last.
 */
export async function makeDemoHome(home: string, options: DemoOptions = {}): Promise<void> {
  const { size = 'small', seed = DEMO_SEED, onProgress = () => {} } = options;
  const folder = join(home, 'demo');
  const mark = join(folder, 'city.json');
  const wanted = markOf(seed, size);
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === wanted) return;
  await mkdir(folder, { recursive: true });

  onProgress('Laying out streets');
  const city = makeCity(seed);
  onProgress('Drawing the basemap');
  await writeWhole(join(folder, 'basemap.pmtiles'), makeBasemap(city));
  for (const { layer, title, kind, areas } of layersOf(city.areas.layers)) {
    await storeLayer(home, { layer, title, kind }, areas);
  }
  await writeWhole(join(folder, 'groups-former.geojson'), JSON.stringify(city.areas.layers.formerGroups));
  await writeWhole(join(folder, 'boundary-with-a-fault.geojson'), BAD_BOUNDARY);

  const plan = planCalls(city);
  await writeWhole(join(folder, 'concerns.json'), JSON.stringify(makeConcerns(city, plan)));
  await writeWhole(join(folder, 'truth.json'), JSON.stringify(truthOf(city, size, plan), null, 2));

  onProgress('Writing 30 months of calls');
  const calls = demoCallsFile(home);
  await pipeline(Readable.from(makeCalls(city, size, plan)), createWriteStream(`${calls}.part`));
  await rename(`${calls}.part`, calls);

  onProgress('Taking the calls in');
  await ingestCalls({
    files: [calls],
    profile: await loadProfile('demo'),
    home,
    now: Date.parse(`${DEMO_NOW}-05:00`), // the demo's clock, not this machine's
    onProgress: ({ what, done, total }) => onProgress(`${what} ${done} of ${total}`),
  });
  await writeWhole(mark, wanted);
  onProgress('Ready');
}

function layersOf(layers: ReturnType<typeof makeCity>['areas']['layers']): {
  layer: string;
  title: string;
  kind: AreaKind;
  areas: AreaLayer;
}[] {
  return [
    { layer: 'groups', title: 'Groups', kind: 'group', areas: layers.groups },
    { layer: 'beats', title: 'Beats', kind: 'beat', areas: layers.beats },
    { layer: 'districts', title: 'Districts', kind: 'district', areas: layers.districts },
    { layer: 'zones', title: 'Zones', kind: 'zone', areas: layers.zones },
    { layer: 'city', title: 'City', kind: 'city', areas: layers.city },
  ];
}
