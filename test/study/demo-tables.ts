import { DEMO_TYPES } from '#data/codes/demo-types.ts';
import { planCalls } from '#data/demo/call-plan.ts';
import { CALLS_HEADER, makeCalls } from '#data/demo/calls.ts';
import { DEMO_CUTOFF, makeCity } from '#data/demo/city.ts';
import { type Truth, truthOf } from '#data/demo/truth.ts';
import type { Call } from '#data/schema/call.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { makeExtract } from '#test/web/tables/make-extract.ts';
import { createApi } from '#web/api.ts';
import { createLoaded, type Loaded } from '#web/compute/loaded.ts';
import { openTables } from '#web/tables/open-tables.ts';

/** The demo city as the worker has it for an analyst: what the sweep is scored on. */
export async function demoTables(): Promise<{ loaded: Loaded; truth: Truth }> {
  const city = makeCity();
  const plan = planCalls(city);
  const { headquarters } = plan.places;
  const calls = callsOf([...makeCalls(city, 'small', plan)].join(''), headquarters);
  const years = [...new Set(calls.map(({ receivedLocal }) => Number(receivedLocal?.slice(0, 4))))].sort();
  const extracts = years.map((year) =>
    makeExtract(
      year,
      calls.filter(({ receivedLocal }) => receivedLocal?.startsWith(String(year))),
    ),
  );
  const { groups, city: limits } = city.areas.layers;
  const manifest: Manifest = {
    manifest: '0123456789abcdef',
    releaseLevel: 'restricted',
    city: 'demo',
    timeZone: 'America/New_York',
    madeAt: '2026-12-14T00:00:00Z',
    cutoffLocal: `${DEMO_CUTOFF}T06:00:00`,
    reportingLagDays: 0,
    rows: calls.length,
    quarantined: 0,
    withheld: 0,
    bbox: null,
    center: [0, 0],
    extracts: extracts.map(({ entry }) => entry),
    areas: [
      { layer: 'groups', title: 'Groups', kind: 'group', count: groups.features.length, version: 'aaaabbbbccccdddd' },
      { layer: 'city', title: 'City', kind: 'city', count: 1, version: 'aaaabbbbccccddde' },
    ],
    sources: [],
  };
  const get = (path: string): Response => {
    if (path === '/api/manifest') return Response.json(manifest);
    if (path === '/api/concerns') return Response.json([]);
    if (path.startsWith('/api/areas/groups/')) return Response.json(groups);
    if (path.startsWith('/api/areas/city/')) return Response.json(limits);
    const extract = extracts.find(({ entry }) => path === `/api/extracts/${entry.file}`);
    return extract ? new Response(extract.bytes) : new Response(null, { status: 404 });
  };
  const tables = await openTables(createApi(get), () => {});
  return { loaded: createLoaded(tables), truth: truthOf(city, 'small', plan) };
}

/** The latest version of each call; those at headquarters stand at a default point, as the demo's source profile has it. */
function callsOf(text: string, headquarters: { lon: string; lat: string }): Partial<Call>[] {
  const latest = new Map<string, Partial<Call> & { version: number }>();
  for (const line of text.slice(CALLS_HEADER.length).trimEnd().split('\n')) {
    const [id = '', version = '', received = '', , , type = '', , , source = '', address = '', , lon = '', lat = ''] =
      line.split(',');
    if ((latest.get(id)?.version ?? 0) > Number(version)) continue;
    const isDefault = lon === headquarters.lon && lat === headquarters.lat;
    latest.set(id, {
      ...{ version: Number(version), id, receivedLocal: received.replace(' ', 'T'), typeCode: type },
      category: DEMO_TYPES[type] ?? 'unknown',
      origin: source === 'ONVIEW' ? 'officer' : 'public',
      ...(lon === '' ? {} : { lon: Number(lon), lat: Number(lat), placeKey: `${lon} ${lat}`, addressBlock: address }),
      ...(isDefault && { placement: 'default-point' as const }),
    });
  }
  return [...latest.values()].map(({ version: _, ...call }) => call);
}
