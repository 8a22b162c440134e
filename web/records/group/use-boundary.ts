import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { AreaProperties } from '#data/schema/area.ts';
import { BoundaryGeometry, BoundaryVersion } from '#data/schema/records/group.ts';
import { send, sendFile } from '#web/records/shared/send.ts';
import { type Draft, groundOf } from './draft.ts';
import type { Geometry } from './use-groups.ts';
import type { Point } from './use-street-map.ts';

export type Mode = 'lines' | 'circle';
export type Drawn =
  | { geometry: Geometry; center: null; radiusMeters: null }
  | { geometry: null; center: Point; radiusMeters: number };

/** What is sent of a draft; null where it is no ground yet. */
export function drawnOf({ shape, center, radiusMeters }: Draft, mode: Mode): Drawn | null {
  if (mode === 'circle') return center === null || radiusMeters <= 0 ? null : { geometry: null, center, radiusMeters };
  const geometry = groundOf(shape);
  return geometry && { geometry, center: null, radiusMeters: null };
}

const Shared = z.array(
  z.object({ groupId: z.string(), name: z.string(), squareMeters: z.number(), shareOfThis: z.number() }),
);
const PAUSE = 400;

/** The neighbors whose ground it would share on that day, asked anew when the hand rests. */
export function useShared(groupId: string, drawn: Drawn | null, on: string) {
  const asked = drawn === null || on === '' ? '' : JSON.stringify({ ...drawn, on });
  const [rested, rest] = useState(asked);
  useEffect(() => {
    const pause = setTimeout(() => rest(asked), PAUSE);
    return () => clearTimeout(pause);
  }, [asked]);
  return useQuery({
    queryKey: ['shared-ground', groupId, rested],
    queryFn: () => send(Shared, 'POST', `/api/records/groups/${groupId}/shared-ground`, JSON.parse(rested)),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
}

const FileAnswer = z.object({
  features: z.array(z.object({ properties: AreaProperties, geometry: BoundaryGeometry })),
  notes: z.array(z.string()),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

export const readFile = (file: File): Promise<FileAnswer> =>
  sendFile(FileAnswer, `/api/records/boundary-files?name=${encodeURIComponent(plainName(file.name))}`, file);

/** The server takes a plain name; its ending says what the file is. */
const plainName = (name: string): string =>
  name
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(/^[^\w]+/, '')
    .slice(-100) || 'file';

const SavedBoundary = BoundaryVersion.extend({ isOnMap: z.boolean() });
type SavedBoundary = z.infer<typeof SavedBoundary>;

export const saveBoundary = (
  groupId: string,
  drawn: Drawn,
  more: { validFrom: string; reason: string; revision: number },
): Promise<SavedBoundary> =>
  send(SavedBoundary, 'POST', `/api/records/groups/${groupId}/boundaries`, { ...drawn, ...more });
