import type { CategoryCode } from './categories.ts';

/**
 * The fourteen call natures of Asheville's published 911 files, 2017 to 2021 (City of
 * Asheville open data). "Common law robbery" is North Carolina's robbery without a weapon;
 * "assault on female" is the charge of N.C.G.S. 14-33(c)(2), mostly domestic, so protected.
 */
export const ASHEVILLE_TYPES: Record<string, CategoryCode> = {
  'LARCENY REPORT': 'theft',
  'LARCENY FROM VEHICLE': 'theft-from-vehicle',
  SHOPLIFTING: 'shoplifting',
  'LARCENY MOTOR VEHICLE': 'vehicle-theft',
  'SIMPLE ASSAULT': 'assault',
  'HOMELESS CAMP': 'encampment',
  'LARCENY IN PROGRESS': 'theft',
  'SEXUAL ASSAULT': 'sexual-offense',
  'ASSAULT ON FEMALE': 'domestic',
  'ARMED ROBBERY': 'robbery',
  RAPE: 'sexual-offense',
  'COMMON LAW ROBBERY': 'robbery',
  'ASSAULT / SEXUAL ASSAULT': 'sexual-offense',
  'DUMPSTER FIRE': 'arson',
};
