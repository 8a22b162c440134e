import type { Designation, GroupFields } from '#data/schema/records/group.ts';
import { DIVISION_COMMANDER } from './people.ts';

/** When groups meet, as they would say it; quarterly groups meet in February, May, August and November, the smallest in May and November. */
export type Rhythm = {
  every: 'month' | 'two-months' | 'quarter' | 'half-year' | 'never';
  week: number;
  weekday: number;
  hour: number;
};

type Registered = {
  pattern: GroupFields['meetingPattern'];
  place: string;
  rhythm: Rhythm;
  target: number;
  language?: 'es';
};

const NEVER: Rhythm = { every: 'never', week: 1, weekday: 0, hour: 18 };

const meets = (every: Rhythm['every'], week: number, weekday: number, hour: number, place: string): Registered => {
  const nth = ['First', 'Second', 'Third', 'Fourth'][week - 1] ?? '';
  const day = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday] ?? '';
  const often = {
    month: '',
    'two-months': ' of even months',
    quarter: ' of each quarter’s middle month',
    'half-year': ' of May and November',
    never: '',
  }[every];
  const clock = hour === 12 ? 'noon' : hour > 12 ? `${hour - 12} pm` : `${hour} am`;
  return {
    pattern: `${nth} ${day}${often}, ${clock}, ${place}`,
    place,
    rhythm: { every, week, weekday, hour },
    target: every === 'month' ? 75 : 100,
  };
};

/** What the registry says of each group beyond its name and ground. */
export const REGISTRY: Readonly<Record<string, Registered>> = {
  eastbank: meets('month', 3, 0, 18, 'Eastbank branch library'),
  'tannery-row': meets('two-months', 2, 2, 19, 'The old tannery, meeting room'),
  millrace: meets('quarter', 2, 5, 10, 'Millrace mill house'),
  'the-strand': meets('quarter', 3, 4, 18, 'Strand rowing club'),
  'canal-basin': meets('two-months', 1, 5, 10, 'Lock keeper’s hall'),
  'linden-flats': meets('two-months', 1, 3, 19, 'Linden school gym'),
  'upper-linden': meets('quarter', 2, 1, 19, 'Linden school library'),
  'college-green': meets('month', 1, 5, 10, 'Student union, room 4'),
  cordery: meets('two-months', 4, 5, 10, 'Cordery school cafeteria'),
  'harrow-meadow': meets('quarter', 3, 3, 18, 'Meadow church hall'),
  'juniper-rise': meets('two-months', 4, 0, 19, 'Fire station 4'),
  northgate: meets('two-months', 1, 1, 18, 'Northgate recreation center'),
  southbank: meets('quarter', 3, 2, 18, 'Southbank boathouse'),
  'quarry-hill': meets('quarter', 3, 1, 19, 'Quarry Hill chapel'),
  'sexton-place': meets('half-year', 2, 3, 18, 'A member’s porch, told by mail'),
  'pell-street-merchants': meets('month', 1, 0, 8, 'Back room of the Pell Street bakery'),
  'foundry-street': meets('half-year', 1, 2, 8, 'Foundry yard office'),
  'orchard-loop': meets('half-year', 3, 3, 9, 'Mall management office'),
  'depot-square': meets('half-year', 2, 1, 8, 'Depot waiting room'),
  'riverbend-apartments': { ...meets('half-year', 4, 2, 18, 'Laundry room of building C'), language: 'es' },
  'linden-court': meets('half-year', 3, 0, 17, 'Leasing office'),
  'cedar-hollow': { ...meets('quarter', 3, 6, 15, 'Park office porch'), language: 'es' },
  'westmoor-watch': meets('half-year', 4, 3, 19, 'Westmoor pool house'),
  'larkfield-watch': meets('half-year', 3, 3, 19, 'Larkfield grange'),
  'kiln-hill': { pattern: '', place: '', rhythm: NEVER, target: 0 },
  'fallow-gate': { pattern: '', place: '', rhythm: NEVER, target: 0 },
};

const decided = (
  number: number,
  groupId: string,
  status: Designation['status'],
  decidedOn: string,
  reviewOn: string | null,
  reason: string,
): Designation => ({
  designationId: `D-${String(number).padStart(4, '0')}`,
  groupId,
  status,
  reason,
  decidedOn,
  decidedBy: DIVISION_COMMANDER,
  reviewOn,
});

/** One group is inactive today; another was, and came back. */
export const DESIGNATIONS: readonly Designation[] = [
  decided(
    1,
    'sexton-place',
    'inactive',
    '2025-04-02',
    '2025-10-02',
    'No meeting since last August and four letters returned. The last president moved away and nobody took over.',
  ),
  decided(
    2,
    'sexton-place',
    'active',
    '2025-09-18',
    null,
    'Eleven neighbors met on September 9 and elected a president. CRO Larkin attended.',
  ),
  decided(
    3,
    'linden-court',
    'inactive',
    '2026-07-06',
    '2027-01-06',
    'The building is half empty during its renovation; the tenants’ committee dissolved in May. Residents can still reach CRO Hollis.',
  ),
];
