import type { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import { keptAt, reference } from './kept.ts';
import { ANALYST } from './people.ts';

/** The concern that the pictures of the product show: car windows broken by the Tern Park lot. */
export const TERN_PARK_ID = 'C-0388';

const WHITLOCK = 'p-whitlock';

export const TERN_PARK = {
  words:
    'Windows broken on weekday afternoons, always the back row of the lot. Three of us at this table lost a window since September.',
  way: 'meeting',
  heardAt: '2026-10-19T18:40:00',
  placeConfidence: 'exact',
  whenHappens: 'Weekday afternoons',
  since: 'September',
  howOften: 'about once a week',
  peopleCount: 3,
  contactWish: 'may-email',
  contactName: 'Odile Marchetti',
  contactReach: 'odile.marchetti@example.org',
  efforts: 'Talked with the three at the meeting. Looked at the lot and its lamps that evening.',
  recommendedSolutions: 'Lamps at the back row repaired by the city. Back row fenced or moved by the owner of the lot.',
  ownerId: WHITLOCK,
  filedBy: WHITLOCK,
  sharedWithCity: true,
  isSignificant: true,
  firstActionOn: '2026-11-09',
  lastToldOn: '2026-12-10',
  nextStep: 'Lamps at the back row repaired by the city',
  nextStepOn: '2026-11-30',
  updatedAt: '2026-12-10T17:20:00',
  updatedBy: WHITLOCK,
} satisfies Partial<Concern>;

const line = (
  number: number,
  kind: ConcernUpdate['kind'],
  at: string,
  by: string,
  from: string,
  to: string,
  words: string,
): ConcernUpdate => ({ updateId: `${TERN_PARK_ID}/${number}`, concernId: TERN_PARK_ID, kind, at, by, from, to, words });

export const TERN_PARK_LOG: readonly ConcernUpdate[] = [
  line(
    1,
    'said',
    '2026-10-19T18:40:00',
    WHITLOCK,
    'Three residents',
    'CRO Whitlock',
    'Windows broken on weekday afternoons, always the back row of the lot.',
  ),
  line(
    2,
    'conveyed',
    '2026-10-20T08:30:00',
    WHITLOCK,
    'CRO Whitlock',
    'Patrol, day shift',
    'Three windows since September at the Tern Park lot, afternoons.',
  ),
  line(
    3,
    'did',
    '2026-11-09T13:00:00',
    WHITLOCK,
    'CRO Whitlock',
    'Patrol, day shift',
    'Afternoon patrols, Wednesday and Thursday, 1 to 4 pm. From Nov 9, 9 of 10 done.',
  ),
  line(4, 'told', '2026-11-09T17:10:00', WHITLOCK, 'CRO Whitlock', 'the group', 'Patrols begin this week, 1 to 4 pm.'),
  line(
    5,
    'said',
    '2026-11-16T18:50:00',
    WHITLOCK,
    'Eastbank representative',
    'CRO Whitlock',
    'The two lamps at that end have been out since summer.',
  ),
  line(
    6,
    'did',
    '2026-11-20T11:00:00',
    WHITLOCK,
    'CRO Whitlock',
    'Owner of the lot',
    'Security survey of the lot filed: 4 recommendations, 1 done, 3 open.',
  ),
  line(
    7,
    'note',
    '2026-11-24T10:15:00',
    ANALYST,
    'Crime analysis',
    'CRO Whitlock',
    'Wednesday and Thursday, 1 to 4 pm stand out.',
  ),
  line(
    8,
    'did',
    '2026-11-24T15:30:00',
    WHITLOCK,
    'CRO Whitlock',
    'People who park there',
    'Tip cards on 120 windshields.',
  ),
  line(
    9,
    'told',
    '2026-12-10T17:20:00',
    WHITLOCK,
    'CRO Whitlock',
    'the group',
    'Patrols go on to January 31. Lamps still with the city.',
  ),
];

/** Silent for 28 days on the demo's morning, and asked about twice. */
export const TERN_PARK_REFERRAL: Referral = {
  referralId: reference('R', 1),
  concernId: TERN_PARK_ID,
  to: 'City, street lamps',
  toEmail: 'lamps@city.example.org',
  isInside: false,
  whyNeeded: 'The lamps belong to the city; only its crew may open the poles.',
  referredOn: '2026-11-16',
  expectedBy: '2026-11-30',
  status: 'waiting',
  answer: '',
  answeredOn: null,
  nudges: [
    {
      on: '2026-11-27',
      by: WHITLOCK,
      way: 'phone',
      words: 'First nudge: asked when the crew comes; they will look it up.',
    },
    { on: '2026-12-04', by: WHITLOCK, way: 'email', words: 'Second nudge, by e-mail.' },
  ],
  ...keptAt('2026-11-16T19:05:00', WHITLOCK, 3),
  updatedAt: '2026-12-04T09:00:00',
};
