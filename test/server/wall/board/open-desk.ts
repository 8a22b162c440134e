import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runThrough } from '#analysis/shared/steps.ts';
import { Filter } from '#data/schema/filter.ts';
import { Manifest } from '#data/schema/manifest.ts';
import { createApi } from '#web/api.ts';
import { budget } from '#web/compute/budget.ts';
import { createLoaded } from '#web/compute/loaded.ts';
import { spike } from '#web/compute/spike.ts';
import { openTables } from '#web/tables/open-tables.ts';

/** A commander's desk over the very files of a home, with the threshold that it learns from them. */
export async function openDesk(home: string) {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(home, 'manifest-restricted.json'), 'utf8')));
  const get = async (path: string): Promise<Response> => {
    if (path === '/api/manifest') return Response.json(manifest);
    if (path === '/api/concerns') return Response.json([]);
    const [, kind, name = '', version = ''] = /^\/api\/(\w+)\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    const file = kind === 'areas' ? `areas/${version}.geojson` : `extracts/${name}`;
    return new Response(await readFile(join(home, file)));
  };
  const loaded = createLoaded(await openTables(createApi(get), () => {}));
  const filter = Filter.parse({ from: loaded.firstDay, to: loaded.lastDay, origin: 'public', layer: 'groups' });
  const learned = runThrough(budget(loaded, { method: 'budget', filter, options: {} })).findings[0]?.watchP ?? null;
  const judge = (watchP: number | null) =>
    spike(loaded, { method: 'spike', filter, options: watchP === null ? {} : { watchP } }).findings;
  return { learned, judge };
}
