import type { Representative } from '#data/schema/records/group.ts';
import { keptAt, reference } from './kept.ts';
import { LIAISON_OF } from './people.ts';

type Led = {
  groupId: string;
  name: string;
  position: string;
  before?: { name: string; until: string };
};

const led = (groupId: string, name: string, position = 'president', before?: Led['before']): Led => ({
  groupId,
  name,
  position,
  ...(before && { before }),
});

/** Who leads each group, and the five who handed over. All names are invented. */
const LEADERS: readonly Led[] = [
  led('eastbank', 'Odile Marchetti'),
  led('tannery-row', 'Bram Sollis', 'president', { name: 'Winifred Tack', until: '2025-01-15' }),
  led('millrace', 'Jocasta Wren'),
  led('the-strand', 'Perry Lomax'),
  led('canal-basin', 'Ingrid Vasko', 'president', { name: 'Hal Mottram', until: '2026-02-10' }),
  led('linden-flats', 'Desmond Achterberg'),
  led('upper-linden', 'Thea Brandvold'),
  led('college-green', 'Marisol Penhallow'),
  led('cordery', 'Gus Tillery', 'president', { name: 'Nell Fairweather', until: '2026-11-04' }),
  led('harrow-meadow', 'Lorna Pickett'),
  led('juniper-rise', 'Ansel Quigg'),
  led('northgate', 'Rhoda Castellane'),
  led('southbank', 'Elwood Prine'),
  led('quarry-hill', 'Beatrix Oduya'),
  led('sexton-place', 'Calvin Stroud', 'president', { name: 'Hester Lunt', until: '2025-02-28' }),
  led('pell-street-merchants', 'Mina Abelard', 'chair'),
  led('foundry-street', 'Otto Renwick', 'contact person'),
  led('orchard-loop', 'Sasha Delacorte', 'mall manager', { name: 'Vernon Pike', until: '2026-08-31' }),
  led('depot-square', 'Arlo Winthrop', 'contact person'),
  led('riverbend-apartments', 'Pilar Montoya', 'tenants’ speaker'),
  led('linden-court', 'Dale Hutchins', 'property manager'),
  led('cedar-hollow', 'Ramona Icaza', 'contact person'),
  led('westmoor-watch', 'Faye Ostberg', 'captain'),
  led('larkfield-watch', 'Norris Blythe', 'captain'),
];

export const CHANGES_OF_LEADER = LEADERS.flatMap(({ groupId, name, before }) =>
  before ? [{ groupId, was: before.name, now: name, on: before.until }] : [],
);

/** The 24 representatives of today, and those before them. */
export function makeRepresentatives(): Representative[] {
  const all: Omit<Representative, 'representativeId'>[] = LEADERS.flatMap(({ groupId, name, position, before }, i) => {
    const common = { groupId, position, isLeader: true };
    const today = {
      ...common,
      name,
      ...reach(name, i),
      validFrom: before?.until ?? '2023-01-01',
      validTo: null,
      ...keptAt(before?.until ?? '2024-06-14', LIAISON_OF[groupId] ?? 'system'),
    };
    if (!before) return [today];
    const earlier = {
      ...common,
      name: before.name,
      ...reach(before.name, i + 40),
      validFrom: '2023-01-01',
      validTo: before.until,
      ...keptAt('2024-06-14', LIAISON_OF[groupId] ?? 'system', 2),
    };
    return [earlier, today];
  });
  return all.map((one, i) => ({ representativeId: reference('RP', i + 1), ...one }));
}

const reach = (name: string, i: number) => ({
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  phone: `555-01${String(i + 10).padStart(2, '0')}`, // numbers that no one has
});
