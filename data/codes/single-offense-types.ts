import type { CategoryCode } from './categories.ts';

/** Files that hold one offense only. Chicago's tells the kind of place, which the source profile puts after the offense. */
export const CHICAGO_ASSAULT_TYPES: Record<string, CategoryCode> = Object.fromEntries(
  [
    'STREET',
    'RESIDENCE',
    'EDUCATION',
    'OPEN SPACE',
    'RETAIL',
    'TRANSPORTATION',
    'LEISURE',
    'OTHER',
    'VEHICLE',
    'GOVERNMENT',
    'HEALTHCARE',
    'COMMERCIAL',
    'HOTEL',
  ].map((place) => [`AGGRAVATED ASSAULT, ${place}`, 'assault']),
);

export const ARLINGTON_BURGLARY_TYPES: Record<string, CategoryCode> = { 'RESIDENTIAL BURGLARY': 'burglary' };
