import type { DemoCity } from '#data/demo/city.ts';
import { inRing } from '#data/demo/curve.ts';
import { WITHOUT_GROUP } from '#data/demo/groups.ts';
import { cosine, sine, toPosition } from '#data/demo/plane.ts';
import type { AreaFeature } from '#data/schema/area.ts';
import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import { DESIGNATIONS, REGISTRY } from './group-registry.ts';
import { keptAt, reference } from './kept.ts';
import { COORDINATOR, LIAISON_OF } from './people.ts';

const BEGAN = '2024-06-14'; // the first day of the calls
const WITHOUT_RADIUS = 350;

/** The 24 groups, and the two neighborhoods where none has formed. */
export function makeGroups(city: DemoCity): Group[] {
  const { groups, districts } = city.areas.layers;
  const registered = groups.features.map(({ properties, geometry }) => ({
    groupId: properties.areaId,
    name: properties.name,
    kind: properties.groupKind ?? ('association' as const),
    residents: properties.residents,
    addresses: properties.addresses,
    corners: cornersOf(geometry),
  }));
  const without = WITHOUT_GROUP.map(({ name, center }) => ({
    groupId: name.toLowerCase().replace(' ', '-'),
    name,
    kind: 'neighborhood' as const,
    residents: null,
    addresses: null,
    corners: [toPosition(center)],
  }));
  return [...registered, ...without].map(({ corners, ...group }) => {
    const decided = DESIGNATIONS.filter(({ groupId }) => groupId === group.groupId).at(-1);
    const registry = REGISTRY[group.groupId];
    return {
      ...group,
      status: decided?.status ?? 'active',
      district: districtAt(corners, districts.features),
      liaisonId: LIAISON_OF[group.groupId] ?? null,
      meetingPattern: registry?.pattern ?? '',
      attendTargetPercent: registry?.target ?? 75,
      language: registry?.language ?? 'en',
      ...keptAt(decided?.decidedOn ?? BEGAN, decided?.decidedBy ?? COORDINATOR),
      createdAt: `${BEGAN}T09:00:00`,
      createdBy: 'system',
    };
  });
}

/** Every ground with the days it was in force; Eastbank and Quarry Hill were redrawn once. */
export function makeBoundaryVersions(city: DemoCity): BoundaryVersion[] {
  const { groups, formerGroups } = city.areas.layers;
  const versionOf = (
    { properties, geometry }: AreaFeature,
    validFrom: string,
    validTo: string | null,
    reason: string,
  ) => ({
    groupId: properties.areaId,
    validFrom,
    validTo,
    geometry,
    center: properties.center,
    radiusMeters: properties.radiusMeters,
    reason,
    createdAt: `${validFrom < BEGAN ? BEGAN : validFrom}T09:00:00`,
    createdBy: 'system',
  });
  const drawn = groups.features.flatMap((now) => {
    const former = formerGroups.features.find(({ properties }) => properties.areaId === now.properties.areaId);
    const from = now.properties.validFrom ?? BEGAN;
    if (!former) return [versionOf(now, from, null, 'As the group registered it')];
    return [
      versionOf(former, '2023-01-01', from, 'As the group registered it'),
      versionOf(now, from, null, REDRAWN[now.properties.areaId] ?? 'Redrawn by the group'),
    ];
  });
  const without = WITHOUT_GROUP.map(({ name, center }) => ({
    groupId: name.toLowerCase().replace(' ', '-'),
    validFrom: '2024-06-14',
    validTo: null,
    geometry: { type: 'Polygon' as const, coordinates: [circleAround(center)] },
    center: toPosition(center),
    radiusMeters: WITHOUT_RADIUS,
    reason: 'No group has formed here; the coordinator drew the neighborhood',
    createdAt: '2024-06-14T09:00:00',
    createdBy: COORDINATOR,
  }));
  return [...drawn, ...without].map((version, i) => ({ versionId: reference('BV', i + 1), ...version }));
}

const REDRAWN: Record<string, string> = {
  eastbank: 'The blocks south of the canal joined by vote in February 2026',
  'quarry-hill': 'The old quarry road was added as a second part in September 2025',
};

function circleAround([x, y]: readonly [number, number]): [number, number][] {
  const ring = Array.from({ length: 48 }, (_, i): [number, number] => {
    const angle = (i / 48) * 2 * Math.PI;
    return toPosition([x + WITHOUT_RADIUS * cosine(angle), y + WITHOUT_RADIUS * sine(angle)]);
  });
  return [...ring, ...ring.slice(0, 1)];
}

type Geometry = AreaFeature['geometry'];

const polygonsOf = (geometry: Geometry) =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

const cornersOf = (geometry: Geometry): readonly [number, number][] => polygonsOf(geometry)[0]?.[0] ?? [];

/** The district that holds the first corner that lies in one: a group’s edge may run along the city’s. */
function districtAt(corners: readonly (readonly [number, number])[], districts: readonly AreaFeature[]): string | null {
  for (const corner of corners) {
    const found = districts.find(({ geometry }) => holds(geometry, corner));
    if (found) return found.properties.areaId;
  }
  return null;
}

const holds = (geometry: Geometry, at: readonly [number, number]): boolean =>
  polygonsOf(geometry).some(([outer = [], ...holes]) => inRing(at, outer) && !holes.some((hole) => inRing(at, hole)));
