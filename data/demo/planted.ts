import type { CategoryCode } from '#data/codes/categories.ts';
import { dateOf, dayOf } from './call-rhythm.ts';

/** A change in the mean that was planted: whole weeks, Monday to Sunday. */
export type PlantedChange = {
  id: string;
  what: string;
  areaId: string | null; // null: the whole city
  category: CategoryCode;
  from: string;
  to: string;
  factor: number; // of the usual mean at the end of the span
  grows: boolean; // true: from 1 at the start
  alarm: boolean; // whether a good detector should speak up
  why: string;
};

const END = '2026-12-13';

export const CHANGES: readonly PlantedChange[] = [
  {
    id: 'small-group-doubled',
    what: 'Trespassing doubled for four weeks in a small group',
    areaId: 'foundry-street',
    category: 'trespass',
    from: '2026-03-30',
    to: '2026-04-26',
    factor: 2,
    grows: false,
    alarm: true,
    why: 'a small group must not be drowned by the city',
  },
  {
    id: 'city-wide',
    what: 'Vehicle thefts nearly doubled in the whole city for two weeks',
    areaId: null,
    category: 'vehicle-theft',
    from: '2025-10-06',
    to: '2025-10-19',
    factor: 1.9,
    grows: false,
    alarm: true,
    why: 'seen in the city series, hardly in any one group',
  },
  {
    id: 'slow-rise',
    what: 'Thefts rose by about one percent a week',
    areaId: 'linden-flats',
    category: 'theft',
    from: '2026-02-02',
    to: END,
    factor: 1.55,
    grows: true,
    alarm: false,
    why: 'no single week stands out; a sustained-shift method should find it',
  },
  {
    id: 'project-effect',
    what: 'Drug calls halved after the Canal Basin project began',
    areaId: 'canal-basin',
    category: 'drugs',
    from: '2026-05-04',
    to: END,
    factor: 0.5,
    grows: false,
    alarm: false,
    why: 'the project of May 4, 2026',
  },
  {
    id: 'displacement',
    what: 'Drug calls rose next door after the Canal Basin project began',
    areaId: 'millrace',
    category: 'drugs',
    from: '2026-05-04',
    to: END,
    factor: 1.7,
    grows: false,
    alarm: false,
    why: 'displacement: half of what left came here; too few a week for a spike',
  },
];

/** What a change makes of the mean in the week that starts on a day. */
export function changeFactor(change: PlantedChange, monday: number): number {
  const [from, to] = [dayOf(change.from), dayOf(change.to)];
  if (monday < from || monday > to) return 1;
  return change.grows ? 1 + ((change.factor - 1) * (monday - from)) / (to - from) : change.factor;
}

/** Series whose usual level the story needs: calls from the public in a usual week. */
export const USUAL_LEVELS: readonly { areaId: string; category: CategoryCode; perWeek: number }[] = [
  { areaId: 'eastbank', category: 'theft-from-vehicle', perWeek: 3.9 },
  { areaId: 'tannery-row', category: 'disturbance', perWeek: 8 },
  { areaId: 'the-strand', category: 'disturbance', perWeek: 8 },
  { areaId: 'pell-street-merchants', category: 'disturbance', perWeek: 7.8 },
  { areaId: 'cordery', category: 'dumping', perWeek: 1.6 },
  { areaId: 'millrace', category: 'suspicious', perWeek: 8.5 },
  { areaId: 'harrow-meadow', category: 'noise', perWeek: 3.3 },
  { areaId: 'juniper-rise', category: 'traffic-hazard', perWeek: 1.75 },
  { areaId: 'foundry-street', category: 'trespass', perWeek: 3 },
  { areaId: 'foundry-street', category: 'disturbance', perWeek: 4 },
  { areaId: 'canal-basin', category: 'drugs', perWeek: 1.6 },
  { areaId: 'millrace', category: 'drugs', perWeek: 0.7 },
  { areaId: 'linden-flats', category: 'theft', perWeek: 2.6 },
  { areaId: 'cedar-hollow', category: 'robbery', perWeek: 0 },
];

/** The last full week before the demo's clock: what the first screen shows. */
export const LAST_WEEK = { from: '2026-12-07', to: END } as const;

export type LastWeekSpike = {
  areaId: string;
  category: CategoryCode;
  type: string;
  observed: number; // calls from the public, placed; ten times as many in the large city
  verdict: 'unusual' | 'watch';
  days: readonly number[]; // Monday is 0
  hours: readonly number[];
  where: readonly string[]; // labels of places, or streets, that take them in turn; empty: anywhere in the group
};

export const LAST_WEEK_SPIKES: readonly LastWeekSpike[] = [
  {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    type: 'THEFT FROM VEHICLE',
    observed: 14,
    verdict: 'unusual',
    days: [2, 3],
    hours: [13, 14, 15],
    where: ['TERN PARK LOT 1', 'TERN PARK LOT 2', 'TERN PARK LOT 1', 'BLK LINNET AVENUE', 'TERN PARK LOT 1'],
  },
  {
    areaId: 'pell-street-merchants',
    category: 'disturbance',
    type: 'DISTURBANCE',
    observed: 23,
    verdict: 'unusual',
    days: [3, 4, 5, 5],
    hours: [21, 22, 23],
    where: [],
  },
  {
    areaId: 'cordery',
    category: 'dumping',
    type: 'ILLEGAL DUMPING',
    observed: 9,
    verdict: 'unusual',
    days: [0, 1, 5],
    hours: [7, 8, 9],
    where: ['BLK TANAGER ROAD', 'BLK CORDERY ROAD', 'BLK TANAGER ROAD'],
  },
  {
    areaId: 'millrace',
    category: 'suspicious',
    type: 'SUSPICIOUS PERSON',
    observed: 19,
    verdict: 'watch',
    days: [0, 2, 4, 6],
    hours: [22, 23, 1],
    where: [],
  },
  {
    areaId: 'harrow-meadow',
    category: 'noise',
    type: 'NOISE COMPLAINT',
    observed: 11,
    verdict: 'watch',
    days: [4, 5],
    hours: [22, 23],
    where: [],
  },
  {
    areaId: 'juniper-rise',
    category: 'traffic-hazard',
    type: 'TRAFFIC HAZARD',
    observed: 8,
    verdict: 'watch',
    days: [1, 2],
    hours: [7, 8, 17],
    where: [],
  },
];

/** Calls of a kind that came at other hours from a day on. */
export const HOUR_SHIFTS = [
  { id: 'shift-tannery-row', areaId: 'tannery-row', category: 'disturbance', from: '2026-06-01', day: 'business' },
  { id: 'shift-northgate', areaId: 'northgate', category: 'theft', from: '2026-08-03', day: 'late' },
] as const;

/** From this day on `ABANDONED VEHICLE` is written down as `NUISANCE VEHICLE`: a rename, not a rise. */
export const RECORDING_CHANGE = { from: '2025-09-01', type: 'ABANDONED VEHICLE', becomes: 'NUISANCE VEHICLE' } as const;

/** One robbery, then three in a week: too few to say anything. */
export const TINY_COUNTS = {
  areaId: 'cedar-hollow',
  category: 'robbery',
  type: 'ROBBERY',
  days: ['2026-10-21', '2026-10-27', '2026-10-29', '2026-10-31'],
} as const;

/** Burglaries near each other: within days (strings), or months apart (look-alikes). */
export const BURGLARY_RUNS = [
  { id: 'string-northgate', real: true, areaId: 'northgate', days: runOf('2025-03-11', [0, 2, 3, 6, 9]) },
  { id: 'string-southbank', real: true, areaId: 'southbank', days: runOf('2025-11-04', [0, 1, 4, 6]) },
  { id: 'string-upper-linden', real: true, areaId: 'upper-linden', days: runOf('2026-09-15', [0, 3, 4, 7, 11]) },
  { id: 'look-alike-harrow', real: false, areaId: 'harrow-meadow', days: runOf('2025-01-20', [0, 34, 71, 103]) },
  { id: 'look-alike-college', real: false, areaId: 'college-green', days: runOf('2025-06-02', [0, 41, 77, 120]) },
  { id: 'look-alike-larkfield', real: false, areaId: 'larkfield-watch', days: runOf('2026-02-09', [0, 29, 66, 98]) },
] as const;

/** One address that calls about three times a week, all the time. */
export const HOT_ADDRESS = {
  areaId: 'linden-flats',
  category: 'disturbance',
  type: 'DISTURBANCE',
  perWeek: 3,
} as const;

function runOf(from: string, after: readonly number[]): string[] {
  return after.map((days) => dateOf(dayOf(from) + days));
}
