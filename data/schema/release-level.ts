import { z } from 'zod';

/** Who may receive an extract; settled where it is cut, never in the browser. */
export const ReleaseLevel = z.enum(['restricted', 'internal', 'public']);
export type ReleaseLevel = z.infer<typeof ReleaseLevel>;

export const Role = z.enum([
  'analyst',
  'officer',
  'coordinator',
  'section-commander',
  'division-commander',
  'chief',
  'city-partner',
  'wall',
  'auditor',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

/** The release level each role reads at. An auditor and an administrator need no call to do their work. */
export const RELEASE_LEVEL_OF: Record<Role, ReleaseLevel> = {
  analyst: 'restricted',
  officer: 'internal',
  coordinator: 'internal',
  'section-commander': 'restricted',
  'division-commander': 'restricted',
  chief: 'restricted',
  'city-partner': 'public',
  wall: 'public',
  auditor: 'public',
  administrator: 'public',
};
