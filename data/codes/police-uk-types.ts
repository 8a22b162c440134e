import type { CategoryCode } from './categories.ts';

/**
 * The crime types of data.police.uk street-level files since May 2013
 * (https://data.police.uk/about/). "Violence and sexual offences" cannot be parted, so all
 * of it is protected as sexual offenses are, under a category of its own; "vehicle crime" is theft from and of a vehicle.
 */
export const POLICE_UK_TYPES: Record<string, CategoryCode> = {
  'ANTI-SOCIAL BEHAVIOUR': 'anti-social',
  'BICYCLE THEFT': 'theft',
  BURGLARY: 'burglary',
  'CRIMINAL DAMAGE AND ARSON': 'vandalism',
  DRUGS: 'drugs',
  'OTHER CRIME': 'other',
  'OTHER THEFT': 'theft',
  'POSSESSION OF WEAPONS': 'weapons',
  'PUBLIC ORDER': 'disturbance',
  ROBBERY: 'robbery',
  SHOPLIFTING: 'shoplifting',
  'THEFT FROM THE PERSON': 'theft',
  'VEHICLE CRIME': 'theft-from-vehicle',
  'VIOLENCE AND SEXUAL OFFENCES': 'violence-mixed',
};
