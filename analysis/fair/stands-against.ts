import type { CategoryCode } from '#data/codes/categories.ts';

/** What calls of a kind can be set against: those who live there, what stands there, or nothing that anybody counted. */
export type StandsAgainst = 'residents' | 'addresses' | 'visitors' | 'traffic';

const STANDS_AGAINST: Partial<Record<CategoryCode, StandsAgainst>> = {
  assault: 'residents',
  'shots-fired': 'residents',
  weapons: 'residents',
  fraud: 'residents',
  disturbance: 'residents',
  noise: 'residents',
  fireworks: 'residents',
  alcohol: 'residents',
  suspicious: 'residents',
  'anti-social': 'residents',
  animal: 'residents',
  nuisance: 'residents',

  burglary: 'addresses',
  'theft-from-vehicle': 'addresses', // parked at home, mostly
  'vehicle-theft': 'addresses',
  theft: 'addresses',
  vandalism: 'addresses',
  arson: 'addresses',
  trespass: 'addresses',
  dumping: 'addresses',
  graffiti: 'addresses',
  alarm: 'addresses',

  shoplifting: 'visitors',
  robbery: 'visitors', // of those on foot, wherever they live
  drugs: 'visitors', // buyers come from elsewhere
  'found-property': 'visitors',

  parking: 'traffic',
  crash: 'traffic',
  'traffic-hazard': 'traffic',
  'reckless-driving': 'traffic',
};

/** A kind that is not in the list has no denominator that anybody agreed on. */
export const standsAgainst = (category: string): StandsAgainst =>
  Object.hasOwn(STANDS_AGAINST, category) ? (STANDS_AGAINST[category as CategoryCode] ?? 'visitors') : 'visitors';
