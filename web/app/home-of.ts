import type { Role } from '#data/schema/release-level.ts';

/** Where each role begins its day: the first of these addresses that exists. */
const HOMES: Record<Role, readonly string[]> = {
  analyst: ['/'],
  officer: ['/duties', '/'],
  coordinator: ['/duties', '/'],
  'section-commander': ['/duties', '/'],
  'division-commander': ['/duties', '/'],
  chief: ['/duties', '/'],
  'city-partner': ['/concerns', '/'],
  wall: ['/wall', '/'],
  auditor: ['/audit'],
  administrator: ['/accounts'],
};

export const homeOf = (role: Role, exists: (address: string) => boolean): string => HOMES[role].find(exists) ?? '/me';
