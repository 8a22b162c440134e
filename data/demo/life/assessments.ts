import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';
import { TERN_PARK_ID } from './tern-park.ts';

const COUNT = 30;
const OTHERS = 136; // recommendations beside the four of Tern Park

const SITES: readonly string[] = [
  'Parking lot behind the row of shops',
  'Stairwells and mail room of building C',
  'Playground and its back fence',
  'Alley between the garages',
  'School drop-off and bike rack',
  'Church hall and its yard',
  'Loading dock and dumpsters',
  'Laundry room and side door',
  'Trailhead lot',
  'Bus shelter and its bushes',
];
const ADVICE: readonly (readonly [words: string, toWhom: string])[] = [
  ['Repair the two lamps at the far end', 'City, street lamps'],
  ['Trim the hedge to waist height', 'Owner'],
  ['Lock the gate at ten in the evening', 'Manager'],
  ['Number the doors so that they can be read from the street', 'Owner'],
  ['Replace the strike plate with a long one', 'Tenants'],
  ['Move the bike rack to the front door', 'School'],
  ['Put a window into the laundry room door', 'Manager'],
  ['Paint over within two days, each time', 'Owner'],
  ['A sign that says who owns the lot and when it closes', 'Owner'],
  ['Clear the bushes by the shelter', 'City, parks'],
  ['Close the gap in the back fence', 'Owner'],
  ['A camera at the entrance, told by a sign', 'Manager'],
];
const ITEMS = [
  'lighting',
  'sightlines',
  'planting',
  'doors',
  'locks',
  'signs',
  'repairs',
  'numbering',
  'litter',
  'borders',
];

/** 30 assessments with 140 recommendations; the last is that of the Tern Park lot. */
export function makeAssessments(seed: number): RegisterEntry[] {
  const random = randomOf(seed, 'assessments');
  const groups = Object.keys(LIAISON_OF).filter((groupId) => groupId !== 'kiln-hill');
  const others = Array.from({ length: COUNT - 1 }, (_, i) => {
    const groupId = groups[i % groups.length] ?? 'eastbank';
    const asked = dayOf('2024-08-05') + Math.floor((i * 800) / COUNT);
    const count = Math.floor(((i + 1) * OTHERS) / (COUNT - 1)) - Math.floor((i * OTHERS) / (COUNT - 1));
    return assessmentOf(groupId, i, asked, count, random);
  });
  return entriesOf('assessment', [...others, TERN_PARK]);
}

function assessmentOf(groupId: string, i: number, asked: number, count: number, random: Random) {
  const visited = asked + 5 + random.int(12);
  const isOld = i < 18;
  const site = random.pick(SITES);
  return {
    groupId,
    title: site,
    status: isOld ? 'done' : 'following-up',
    ownerId: LIAISON_OF[groupId] ?? null,
    happenedOn: dateOf(asked),
    dueOn: isOld ? null : dateOf(visited + 90),
    release: 'group' as const,
    fields: {
      assessmentKind: i % 3 === 2 ? 'security' : 'cpted',
      requestedBy: i % 2 === 0 ? 'The group' : 'The manager',
      site,
      purpose: random.pick([
        'After three reports in a month',
        'Before the rebuilding',
        'People avoid it after dark',
        'At the manager’s wish',
      ]),
      visitedOn: dateOf(visited),
      doneOn: dateOf(visited + 3),
      resurveyOf: i === 25 ? 'AS-0003' : null,
      items: Object.fromEntries(ITEMS.map((item) => [item, { answer: random.chance(0.6) ? 'yes' : 'no', note: '' }])),
      recommendations: Array.from({ length: count }, (_, n) => {
        const [words, toWhom] = ADVICE[(i * 5 + n) % ADVICE.length] ?? ['', ''];
        const state = random.pick(isOld ? ['done', 'done', 'done', 'declined'] : ['done', 'open', 'open']);
        return { words, toWhom, state, stateOn: dateOf(visited + (state === 'open' ? 3 : 40)) };
      }),
      summary: 'Walked by day and after dark. What costs little was agreed on at once.',
    },
  };
}

const TERN_PARK = {
  groupId: 'eastbank',
  concernIds: [TERN_PARK_ID],
  title: 'Tern Park lot',
  status: 'following-up',
  ownerId: 'p-whitlock',
  happenedOn: '2026-11-16',
  dueOn: '2027-01-05',
  release: 'group' as const,
  fields: {
    assessmentKind: 'security',
    requestedBy: 'The Eastbank association',
    site: 'Tern Park lot, back row',
    purpose: 'Car windows broken on weekday afternoons',
    visitedOn: '2026-11-20',
    doneOn: '2026-11-20',
    resurveyOf: null,
    items: {
      lighting: { answer: 'no', note: 'Two lamps out at the back row' },
      sightlines: { answer: 'no', note: 'The hedge hides the back row from the road' },
      signs: { answer: 'yes', note: '' },
      litter: { answer: 'yes', note: '' },
    },
    recommendations: [
      {
        words: 'Repair the two lamps at the back row',
        toWhom: 'City, street lamps',
        state: 'open',
        stateOn: '2026-11-20',
      },
      { words: 'Fence or move the back row', toWhom: 'Owner of the lot', state: 'open', stateOn: '2026-11-20' },
      { words: 'Cut the hedge to waist height', toWhom: 'Owner of the lot', state: 'open', stateOn: '2026-11-20' },
      { words: 'A sign: leave nothing in the car', toWhom: 'Owner of the lot', state: 'done', stateOn: '2026-11-24' },
    ],
    summary: 'The back row cannot be seen from the road and is dark from five on. The owner answers by January 5.',
  },
};
