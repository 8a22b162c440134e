import { area, bbox, circle, feature, featureCollection, intersect } from '@turf/turf';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { firstRedrawDay } from '#analysis/duty/first-redraw-day.ts';
import type { AreaFeature, AreaGeometry, AreaLayer, Position } from '#data/schema/area.ts';
import { AreaProperties } from '#data/schema/area.ts';
import { type BoundaryVersion, everHolds } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { cleanRings } from '#server/ingest/areas/clean-rings.ts';
import { holdGroup } from './groups.ts';
import { grown, nextReference } from './kept.ts';
import type { Tx } from './record-store.ts';
import { boundaryVersion, group } from './tables/groups.ts';

const STEPS = 64;

/** What is drawn: rings, or a point and a radius. */
export type DrawnBoundary = {
  readonly geometry: AreaGeometry | null;
  readonly center: Position | null;
  readonly radiusMeters: number | null;
};
export type NewBoundary = DrawnBoundary & {
  readonly validFrom: string;
  readonly reason: string;
  readonly revision: number; // of the group
};

/** Valid rings, wound as GeoJSON wants, and what had to be mended for it. */
export function toValid({ geometry, center, radiusMeters }: DrawnBoundary): {
  geometry: AreaGeometry;
  repairs: string[];
} {
  const refuse = (why: string): never => {
    throw new RecordRefused('geometry', `The boundary cannot be kept: ${why}.`);
  };
  const cleaned = cleanRings(polygonsOf(geometry, center, radiusMeters), ([x = 0, y = 0]) => [x, y], refuse);
  return cleaned ?? refuse('it encloses no ground');
}

function polygonsOf(geometry: AreaGeometry | null, center: Position | null, radiusMeters: number | null): unknown[] {
  if (center !== null && radiusMeters !== null)
    return [circle(center, radiusMeters, { steps: STEPS, units: 'meters' }).geometry.coordinates];
  if (geometry === null) throw new RecordRefused('geometry', 'Draw the boundary, or give a point and a radius.');
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** Every version of one group, the first first. */
export const listBoundaries = (tx: Tx, groupId: string): Promise<BoundaryVersion[]> =>
  tx
    .select()
    .from(boundaryVersion)
    .where(eq(boundaryVersion.groupId, groupId))
    .orderBy(asc(boundaryVersion.validFrom), asc(boundaryVersion.createdAt), asc(boundaryVersion.versionId));

/**
 * Begins a new version on a day and ends there the one before it. What held in an earlier quarter stays as it was; what
 * has not held before today may still be drawn anew: it then ends on the day it would have begun.
 */
export async function addBoundary(
  tx: Tx,
  acting: Acting,
  groupId: string,
  { revision, validFrom, reason, ...drawn }: NewBoundary,
): Promise<BoundaryVersion> {
  const current = await holdGroup(tx, groupId);
  const kept = grown(`The group ${current.name}`, current, { revision }, acting);
  const { geometry } = toValid(drawn);
  const versions = (await listBoundaries(tx, groupId)).filter(everHolds);
  const first = firstRedrawDay(versions, acting.nowLocal.slice(0, 10));
  if (first !== null && validFrom < first) {
    const since = versions.findLast((each) => each.validFrom < first)?.validFrom;
    const why = `Earlier quarters keep their lines, and the boundary since ${since} its first day`;
    throw new RecordRefused('validFrom', `${why}: choose ${first} or a later day.`);
  }
  for (const version of versions) {
    if (version.validTo !== null && version.validTo <= validFrom) continue;
    const validTo = version.validFrom < validFrom ? validFrom : version.validFrom;
    await tx.update(boundaryVersion).set({ validTo }).where(eq(boundaryVersion.versionId, version.versionId));
  }
  const [west, south, east, north] = bbox(geometry);
  const { center, radiusMeters } = drawn;
  const row = {
    ...{ versionId: await nextReference(tx, 'B'), groupId, validFrom, validTo: null, geometry, center, radiusMeters },
    ...{ west, south, east, north, reason, createdAt: acting.nowLocal, createdBy: acting.actor.personId },
  };
  const [made] = await tx.insert(boundaryVersion).values(row).returning();
  if (made === undefined) throw new RecordMissing(`The boundary ${row.versionId}`);
  await tx.update(group).set(kept).where(eq(group.groupId, groupId));
  return made;
}

/** The boundaries that held on a day, as one layer. */
export async function boundariesOn(tx: Tx, day: string): Promise<AreaLayer> {
  const rows = await tx
    .select({ version: boundaryVersion, group })
    .from(boundaryVersion)
    .innerJoin(group, eq(group.groupId, boundaryVersion.groupId))
    .where(
      and(lte(boundaryVersion.validFrom, day), or(isNull(boundaryVersion.validTo), gt(boundaryVersion.validTo, day))),
    )
    .orderBy(asc(group.groupId));
  return { type: 'FeatureCollection', features: rows.map(({ version, group: of }) => toFeature(version, of)) };
}

function toFeature(
  { geometry, validFrom, center, radiusMeters }: typeof boundaryVersion.$inferSelect,
  { groupId, name, kind, residents, addresses }: typeof group.$inferSelect,
): AreaFeature {
  const groupKind = kind === 'neighborhood' ? null : kind;
  const of = { areaId: groupId, name, kind: 'group', groupKind, residents, addresses, validFrom, center, radiusMeters };
  return { type: 'Feature', id: groupId, properties: AreaProperties.parse(of), geometry };
}

export type SharedGround = { groupId: string; name: string; squareMeters: number; shareOfThis: number };

/** The groups whose ground a boundary shares on a day, the largest share first. */
export async function findSharedGround(
  tx: Tx,
  day: string,
  groupId: string,
  drawn: DrawnBoundary,
): Promise<SharedGround[]> {
  const { geometry } = toValid(drawn);
  const whole = area(geometry);
  const { features } = await boundariesOn(tx, day);
  return features
    .filter(({ id }) => id !== groupId)
    .flatMap((other) => {
      const shared = intersect(featureCollection([feature(geometry), feature(other.geometry)]));
      const squareMeters = shared === null ? 0 : Math.round(area(shared));
      const { areaId, name } = other.properties;
      return squareMeters === 0 ? [] : [{ groupId: areaId, name, squareMeters, shareOfThis: squareMeters / whole }];
    })
    .sort((a, b) => b.squareMeters - a.squareMeters);
}
