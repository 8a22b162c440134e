import type { Person } from '#data/schema/records/person.ts';
import type { Role } from '#data/schema/release-level.ts';

const person = (name: string, title: string, role: Role, unit: string, district: string | null = null): Person => ({
  personId: `p-${name.toLowerCase()}`,
  name,
  title,
  role,
  email: `${name.toLowerCase()}@police.example.org`,
  unit,
  district,
  isActive: true,
});

const cro = (name: string, district: string) => person(name, 'CRO', 'officer', 'Community Engagement', district);
const patrol = (name: string, district: string) => person(name, 'Officer', 'officer', 'Patrol', district);

export const CHIEF = 'p-averill';
export const DIVISION_COMMANDER = 'p-rosario';
export const SECTION_COMMANDER = 'p-keane';
export const COORDINATOR = 'p-corbin';
export const CITY_SPECIALIST = 'p-ostrander';
export const ANALYST = 'p-nakamura';
export const DISPATCHER = 'p-loomis';
export const PATROL: readonly string[] = ['p-bright', 'p-castell', 'p-duarte', 'p-ellery', 'p-fenwick', 'p-grady'];

/** Everybody who signs in. All names are invented; mail goes to example.org. */
export const PEOPLE: readonly Person[] = [
  person('Averill', 'Chief', 'chief', 'Office of the Chief'),
  person('Rosario', 'Captain', 'division-commander', 'Community Engagement'),
  person('Keane', 'Lieutenant', 'section-commander', 'Community Outreach'),
  person('Corbin', 'Coordinator', 'coordinator', 'Community Outreach'),
  cro('Whitlock', 'district-3'),
  cro('Quill', 'district-1'),
  cro('Sorrel', 'district-2'),
  cro('Amaro', 'district-1'),
  cro('Teague', 'district-3'),
  cro('Hollis', 'district-3'),
  cro('Denby', 'district-2'),
  cro('Larkin', 'district-2'),
  person('Nakamura', 'Analyst', 'analyst', 'Crime Analysis'),
  person('Pryor', 'Analyst', 'analyst', 'Crime Analysis'),
  person('Loomis', 'Communications Officer', 'officer', 'Communications'),
  patrol('Bright', 'district-1'),
  patrol('Castell', 'district-1'),
  patrol('Duarte', 'district-2'),
  patrol('Ellery', 'district-2'),
  patrol('Fenwick', 'district-3'),
  patrol('Grady', 'district-3'),
  {
    ...person('Ostrander', 'Neighborhood Services Specialist', 'city-partner', 'City of Ashel'),
    email: 'ostrander@city.example.org',
  },
  person('Ibarra', 'Auditor', 'auditor', 'Professional Standards'),
  person('Wall', 'Briefing room', 'wall', 'Briefing room'),
  person('Mercer', 'Administrator', 'administrator', 'Information Technology'),
];

/** Which officer looks after which group; nobody yet after Fallow Gate. */
export const LIAISON_OF: Readonly<Record<string, string>> = {
  eastbank: 'p-whitlock',
  cordery: 'p-whitlock',
  'linden-flats': 'p-whitlock',
  'orchard-loop': 'p-whitlock',
  'depot-square': 'p-quill',
  'larkfield-watch': 'p-quill',
  'westmoor-watch': 'p-quill',
  'quarry-hill': 'p-quill',
  'canal-basin': 'p-sorrel',
  'college-green': 'p-sorrel',
  millrace: 'p-sorrel',
  'tannery-row': 'p-sorrel',
  'the-strand': 'p-sorrel',
  'harrow-meadow': 'p-amaro',
  southbank: 'p-amaro',
  'pell-street-merchants': 'p-amaro',
  'juniper-rise': 'p-teague',
  northgate: 'p-teague',
  'upper-linden': 'p-hollis',
  'linden-court': 'p-hollis',
  'riverbend-apartments': 'p-hollis',
  'cedar-hollow': 'p-denby',
  'foundry-street': 'p-denby',
  'sexton-place': 'p-larkin',
  'kiln-hill': 'p-larkin',
};

export const CROS: readonly string[] = PEOPLE.flatMap(({ personId, title }) => (title === 'CRO' ? [personId] : []));

/** As people are named in a log: CRO Whitlock. */
export function spoken(personId: string): string {
  const found = PEOPLE.find((person) => person.personId === personId);
  if (!found) throw new RangeError(`nobody in the demo is called ${personId}`);
  return `${found.title} ${found.name}`;
}
