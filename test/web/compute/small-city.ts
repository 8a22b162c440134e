import type { AreaFeature, AreaLayer, Position } from '#data/schema/area.ts';
import type { Call } from '#data/schema/call.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { makeExtract } from '#test/web/tables/make-extract.ts';
import type { Get } from '#web/api.ts';

/** A rectangle at the equator: 0.01 degrees are 1.1 km. */
function rectangle(
  areaId: string,
  name: string,
  [west, south, east, north]: [number, number, number, number],
): AreaFeature {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const unknown = {
    groupKind: null,
    residents: null,
    addresses: null,
    validFrom: null,
    center: null,
    radiusMeters: null,
  };
  return {
    type: 'Feature',
    id: areaId,
    properties: { areaId, name, kind: 'group', ...unknown },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/** West and East overlap between 0.01 and 0.02. */
const GROUPS: AreaLayer = {
  type: 'FeatureCollection',
  features: [rectangle('g-west', 'West', [0, 0, 0.02, 0.02]), rectangle('g-east', 'East', [0.01, 0, 0.03, 0.02])],
};

const CONCERNS: MapConcern[] = [
  {
    concernId: 'C-1',
    title: 'Loud bar',
    category: 'noise',
    status: 'open',
    raisedOn: '2024-03-01',
    answeredOn: null,
    lon: 0.005,
    lat: 0.01,
  },
  {
    concernId: 'C-2',
    title: 'Parties',
    category: 'noise',
    status: 'overdue',
    raisedOn: '2024-03-01',
    answeredOn: null,
    lon: 0.015,
    lat: 0.01,
  },
  {
    concernId: 'C-3',
    title: 'Old',
    category: 'noise',
    status: 'answered',
    raisedOn: '2024-01-01',
    answeredOn: '2024-02-01',
    lon: 0.005,
    lat: 0.01,
  },
];

/** A server with these calls, as the page sees it: a function from address to answer. */
export function serveCity(calls: Partial<Call>[], changes: Partial<Manifest> = {}): Get {
  const years = [...new Set(calls.map((call) => Number(call.receivedLocal?.slice(0, 4))))];
  const extracts = years.map((year) =>
    makeExtract(
      year,
      calls
        .map((call, at) => ({ id: `call-${at}`, ...call }))
        .filter((call) => Number(call.receivedLocal?.slice(0, 4)) === year),
    ),
  );
  const manifest: Manifest = {
    manifest: '0123456789abcdef',
    releaseLevel: 'restricted',
    city: 'Small City',
    timeZone: 'America/New_York',
    madeAt: '2024-12-31T00:00:00Z',
    cutoffLocal: '2024-12-30T23:59:00',
    reportingLagDays: 0,
    rows: calls.length,
    quarantined: 0,
    withheld: 0,
    bbox: null,
    center: [0, 0],
    extracts: extracts.map(({ entry }) => entry),
    areas: [{ layer: 'groups', title: 'Groups', kind: 'group', count: 2, version: 'aaaabbbbccccdddd' }],
    sources: [],
    ...changes,
  };
  return (path) => {
    if (path === '/api/manifest') return Response.json(manifest);
    if (path === '/api/concerns') return Response.json(CONCERNS);
    if (path === '/api/areas/groups/aaaabbbbccccdddd') return Response.json(GROUPS);
    const extract = extracts.find(({ entry }) => path === `/api/extracts/${entry.file}`);
    if (extract) return new Response(extract.bytes);
    return Response.json({ title: 'Not found' }, { status: 404 });
  };
}

/** Many calls without chance: each number decides its own time, type and place. */
export function manyCalls(count: number): Partial<Call>[] {
  return Array.from({ length: count }, (_, i) => {
    const minutes = (i * 7919) % (2 * 365 * 1440); // a prime step walks through two years
    const receivedLocal = new Date(Date.UTC(2023, 0, 2) + minutes * 60_000).toISOString().slice(0, 19);
    const type = i % 5;
    const where: Partial<Call> =
      i % 11 === 0
        ? { placement: 'unplaced' }
        : i % 13 === 0
          ? { lon: 0, lat: 0, placement: 'default-point' }
          : { lon: ((i * 31) % 400) / 10_000 - 0.0005, lat: ((i * 17) % 250) / 10_000, placeKey: `p${i % 97}` };
    return {
      receivedLocal,
      typeCode: ['NOISE', 'THEFT', 'ALARM', 'LOUD MUSIC', 'CRASH'][type] ?? '',
      category: ['noise', 'theft', 'alarm', 'noise', 'crash'][type] ?? '',
      origin: i % 7 === 0 ? 'officer' : 'public',
      timePrecision: i % 101 === 0 ? 'day' : 'minute',
      ...where,
    };
  });
}
