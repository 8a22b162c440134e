import { z } from 'zod';

export const AreaKind = z.enum(['city', 'district', 'beat', 'zone', 'group', 'other']);
export type AreaKind = z.infer<typeof AreaKind>;

/** Kinds of community group; they decide the outline on the map. */
export const GroupKind = z.enum(['association', 'business', 'apartments', 'mobile-home-park', 'watch']);
export type GroupKind = z.infer<typeof GroupKind>;

export type Position = [lon: number, lat: number];
export type AreaGeometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

/** What every boundary feature carries beside its geometry. */
export const AreaProperties = z.object({
  areaId: z.string().min(1),
  name: z.string().min(1),
  kind: AreaKind,
  groupKind: GroupKind.nullable().default(null),
  residents: z.number().int().nonnegative().nullable().default(null), // denominators, where known
  addresses: z.number().int().nonnegative().nullable().default(null),
  validFrom: z.string().nullable().default(null), // YYYY-MM-DD
  center: z.tuple([z.number(), z.number()]).nullable().default(null), // a group kept as point and radius
  radiusMeters: z.number().positive().nullable().default(null),
});
export type AreaProperties = z.infer<typeof AreaProperties>;

export type AreaFeature = { type: 'Feature'; id: string; properties: AreaProperties; geometry: AreaGeometry };

/** One layer of boundaries as the server gives it (RFC 7946), e.g. layer `groups`, `beats`. */
export type AreaLayer = { type: 'FeatureCollection'; features: AreaFeature[] };

export const AreaLayerEntry = z.object({
  layer: z.string(), // groups, beats, …: its address is /api/areas/{layer}/{version}
  title: z.string(),
  kind: AreaKind,
  count: z.number().int(),
  version: z.string(), // content hash, first 16 hex digits
});
export type AreaLayerEntry = z.infer<typeof AreaLayerEntry>;
