import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { GroupPromise, Meeting, PlannedContact } from '#data/schema/records/contact.ts';
import { keptAt, reference } from './kept.ts';
import { COORDINATOR, LIAISON_OF } from './people.ts';
import { QUARTER } from './quarter-story.ts';
import { TERN_PARK_ID } from './tern-park.ts';

const COUNT = 38;
const LATE = 6;
const OPEN = 9; // not due yet, with the one of Tern Park
const TODAY = dayOf('2026-12-14');

const PROMISED: readonly string[] = [
  'Bring the figures by block to the next meeting.',
  'Ask Traffic for a count on the main street.',
  'Have the evening shift come to one meeting.',
  'Find out who owns the empty lot.',
  'Send the list of what is an emergency and what is not.',
  'Walk the alley with two members after dark.',
  'Ask the city when the lamps are repaired.',
  'Speak with the manager about the gate.',
  'Bring prevention cards in Spanish.',
  'Tell the group what came of the door camera pictures.',
];

const KEPT = [
  'Done and told at the next meeting.',
  'Done; the representative has it by e-mail.',
  'Done together with two members.',
];
const NOT_KEPT = [
  'Traffic has no counter free before spring. Said so at the meeting.',
  'The owner could not be found.',
];

/** 38 promises: nine open, six late, the others kept or honestly not. */
export function makePromises(seed: number, meetings: readonly Meeting[], concerns: readonly Concern[]): GroupPromise[] {
  const random = randomOf(seed, 'promises');
  const held = meetings.filter(({ status, attendedBy }) => status === 'held' && attendedBy.length > 0);
  const recent = held.filter(({ startsAt }) => startsAt >= '2026-10-01');
  const before = held.filter(({ startsAt }) => startsAt < '2026-09-01');
  const chosen = [
    ...recent.slice(-OPEN + 1),
    ...recent.slice(0, LATE),
    ...Array.from({ length: COUNT - OPEN - LATE }, (_, i) => before[Math.floor((i * before.length) / 23)]).flatMap(
      (one) => one ?? [],
    ),
  ];
  const promises = chosen.map((meeting, i) => promiseOf(meeting, i, concerns, random));
  return [ternPark(meetings), ...promises].map((one, i) => ({ promiseId: reference('PM', i + 1), ...one }));
}

type Unnumbered = Omit<GroupPromise, 'promiseId'>;

function promiseOf(meeting: Meeting, i: number, concerns: readonly Concern[], random: Random): Unnumbered {
  const promisedOn = meeting.startsAt.slice(0, 10);
  const isOpen = i < OPEN - 1;
  const isLate = !isOpen && i < OPEN - 1 + LATE;
  const owner = meeting.attendedBy[0] ?? COORDINATOR;
  const due = isOpen ? TODAY + 3 + random.int(30) : isLate ? TODAY - 3 - random.int(25) : dayOf(promisedOn) + 30;
  const isKept = random.chance(0.88);
  const about = concerns.find(({ meetingId }) => meetingId === meeting.meetingId);
  const isClosed = !isOpen && !isLate;
  return {
    groupId: meeting.groupId,
    meetingId: meeting.meetingId,
    concernId: about?.concernId ?? null,
    words: random.pick(PROMISED),
    promisedOn,
    dueOn: dateOf(due),
    ownerId: owner,
    status: isClosed ? (isKept ? 'kept' : 'not-kept') : 'open',
    outcome: isClosed ? random.pick(isKept ? KEPT : NOT_KEPT) : '',
    closedOn: isClosed ? dateOf(due - random.int(12)) : null,
    ...keptAt(promisedOn, owner, isClosed ? 2 : 1),
  };
}

const ternPark = (meetings: readonly Meeting[]): Unnumbered => ({
  groupId: 'eastbank',
  meetingId:
    meetings.find(({ groupId, startsAt }) => groupId === 'eastbank' && startsAt.startsWith('2026-11-16'))?.meetingId ??
    null,
  concernId: TERN_PARK_ID,
  words: 'Tell the group what changed at the Tern Park lot.',
  promisedOn: '2026-11-16',
  dueOn: '2026-12-17',
  ownerId: 'p-whitlock',
  status: 'open',
  outcome: '',
  closedOn: null,
  ...keptAt('2026-11-16', 'p-whitlock'),
});

/** The two contacts that somebody still means to make this quarter. */
export const PLANNED: readonly PlannedContact[] = ['southbank', 'orchard-loop'].map((groupId, i) => ({
  plannedId: reference('PL', i + 1),
  groupId,
  on: QUARTER[groupId]?.planned ?? '',
  what: 'Go to their meeting',
  officerId: LIAISON_OF[groupId] ?? COORDINATOR,
  ...keptAt('2026-12-11', LIAISON_OF[groupId] ?? COORDINATOR),
}));
