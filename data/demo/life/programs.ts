import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import { PROGRAMS } from '#data/register/programs.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { reference } from './kept.ts';
import { CHIEF, COORDINATOR, LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';

type Offer = { about: string; places: readonly string[]; material: string; people: number; often: number };

const offer = (about: string, often: number, people: number, material: string, ...places: string[]): Offer => ({
  about,
  places,
  material,
  people,
  often,
});

/** What each of the fourteen does in the demo, and how often in thirty months. */
const OFFERS: Readonly<Record<string, Offer>> = {
  a: offer(
    'An officer for every association and for each business that wishes one.',
    12,
    18,
    'Liaison cards',
    'Eastbank branch library',
    'Pell Street',
  ),
  b: offer(
    'Two waves a year at most; results by area where enough people answered.',
    4,
    240,
    'Survey cards',
    'Whole city',
  ),
  c: offer(
    'Cards and sheets on locks, cars, porches and fraud.',
    18,
    60,
    'Prevention cards',
    'Northgate recreation center',
    'Linden school gym',
    'The mall',
  ),
  d: offer(
    'Officers who see an open garage at night ring and tell.',
    20,
    6,
    'Garage Door cards',
    'Upper Linden',
    'Northgate',
    'Cordery',
  ),
  e: offer(
    'Fingerprint and picture cards for parents to keep.',
    6,
    85,
    'Ident-A-Kid cards',
    'Cordery school',
    'Linden school',
  ),
  f: offer(
    'Puppets for the smallest: crossing, strangers, calling for help.',
    8,
    45,
    'Coloring books',
    'Library story hour',
    'Millrace kindergarten',
  ),
  g: offer('Officers look after homes whose people are away. Only the number is kept.', 10, 14, '', ''),
  h: offer('Residents ride along for a shift.', 16, 1, '', 'Headquarters'),
  i: offer(
    'Speed trailer and counts on streets that residents name.',
    14,
    30,
    'Speed cards',
    'College Avenue',
    'Hill road',
    'Linnet Avenue',
  ),
  j: offer('Tips with a reward and without a name.', 6, 40, 'Crimestoppers posters', 'Bus stations', 'College campus'),
  k: offer('Daily calls to those who asked for them. Only the number is kept.', 10, 22, '', ''),
  l: offer('What happened, what was done, what to look out for.', 24, 900, '', 'Online'),
  m: offer(
    'A visit and a folder for those who moved here.',
    9,
    12,
    'Welcome folders',
    'Riverbend Apartments',
    'College Green',
  ),
  n: offer(
    'An hour with the chief, no agenda.',
    10,
    28,
    '',
    'Pell Street bakery',
    'Depot waiting room',
    'Eastbank branch library',
  ),
};

export function makePrograms(): RegisterEntry[] {
  const fourteen = PROGRAMS.map(({ letter, name, countsOnly }) => ({
    title: name,
    status: 'active',
    ownerId: letter === 'n' ? CHIEF : COORDINATOR,
    happenedOn: '2024-06-14',
    dueOn: '2027-06-14',
    release: 'public' as const,
    fields: { letter, about: OFFERS[letter]?.about ?? name, countsOnly, proposalId: null },
  }));
  const own = {
    title: 'Porch lockers at the library',
    status: 'active',
    ownerId: 'p-whitlock',
    happenedOn: '2026-02-02',
    dueOn: '2027-02-02',
    release: 'public' as const,
    fields: {
      letter: null,
      about: 'Parcels go to lockers at the library in December, so that none stands on a porch.',
      countsOnly: false,
      proposalId: 'PP-0001',
    },
  };
  return entriesOf('program', [...fourteen, own]);
}

/** Some 170 activities, every program among them. */
export function makeActivities(seed: number): RegisterEntry[] {
  const random = randomOf(seed, 'programs');
  const done = PROGRAMS.flatMap(({ letter, name, countsOnly }, p) => {
    const { often = 0 } = OFFERS[letter] ?? {};
    return Array.from({ length: often }, (_, i) => {
      const on = dateOf(dayOf('2024-06-24') + Math.floor((i * 900) / often) + random.int(12));
      return { on, activity: activityOf(letter, name, countsOnly, reference('PG', p + 1), on, random) };
    });
  });
  done.sort((a, b) => a.on.localeCompare(b.on));
  return entriesOf(
    'program-activity',
    done.map(({ activity }) => activity),
  );
}

function activityOf(letter: string, name: string, countsOnly: boolean, programId: string, on: string, random: Random) {
  const { people, places, material } = OFFERS[letter] ?? offer('', 0, 0, '', '');
  const peopleReached = Math.max(1, Math.round(people * random.between(0.5, 1.5)));
  const common = { title: name, status: 'done', ownerId: COORDINATOR, happenedOn: on };
  if (countsOnly) return { ...common, fields: { programId, letter, countsOnly, peopleReached } };
  return {
    ...common,
    groupId: random.chance(0.4) ? random.pick(Object.keys(LIAISON_OF)) : null,
    release: 'public' as const,
    fields: {
      programId,
      letter,
      countsOnly,
      peopleReached,
      placeWords: random.pick(places),
      material: material === '' ? [] : [{ what: material, count: peopleReached + random.int(20) }],
      notes: '',
    },
  };
}
