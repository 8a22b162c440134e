import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { Concern, Referral } from '#data/schema/records/concern.ts';
import { keptAt, reference } from './kept.ts';
import { COORDINATOR } from './people.ts';
import { TERN_PARK_ID, TERN_PARK_REFERRAL } from './tern-park.ts';

const COUNT = 45;
const SILENT = 9; // with the one of Tern Park
const BOUNCED = 4;
const TODAY = dayOf('2026-12-14');

type Desk = Pick<Referral, 'to' | 'toEmail' | 'isInside'> & { why: string; answer: string };

const desk = (to: string, mailbox: string, isInside: boolean, why: string, answer: string): Desk => ({
  to,
  toEmail: `${mailbox}@${isInside ? 'police' : 'city'}.example.org`,
  isInside,
  why,
  answer,
});

const DESKS: Readonly<Record<string, Desk>> = {
  traffic: desk(
    'Traffic Unit',
    'traffic',
    true,
    'Only Traffic has the counter and the speed trailer.',
    'Counted for a week: 85 of 100 drivers within 5 mph of the limit. Trailer again in spring.',
  ),
  narcotics: desk(
    'Narcotics',
    'narcotics',
    true,
    'What happens in the house must not be watched by a uniform.',
    'Known and being worked. Please send further times.',
  ),
  investigations: desk(
    'Investigations',
    'investigations',
    true,
    'The video shows faces; an investigator has to compare them.',
    'Compared; two cases put together.',
  ),
  lamps: desk(
    'City, street lamps',
    'lamps',
    false,
    'The lamps belong to the city.',
    'Two lamps repaired, one pole ordered.',
  ),
  sanitation: desk(
    'City, sanitation',
    'sanitation',
    false,
    'Only the city may haul from the right of way.',
    'Hauled away on Tuesday; sign put up.',
  ),
  code: desk(
    'City, code enforcement',
    'code',
    false,
    'The owner answers only to a code case.',
    'Case opened, owner has 30 days.',
  ),
  outreach: desk(
    'City, outreach',
    'outreach',
    false,
    'People there need a nurse and a bed, not an officer.',
    'Visited twice; two people took a place.',
  ),
};

const DESK_OF: Readonly<Record<string, string>> = {
  'reckless-driving': 'traffic',
  parking: 'traffic',
  'traffic-hazard': 'lamps',
  dumping: 'sanitation',
  nuisance: 'code',
  graffiti: 'sanitation',
  encampment: 'outreach',
  drugs: 'narcotics',
  burglary: 'investigations',
  'theft-from-vehicle': 'investigations',
  theft: 'investigations',
};

/** 45 referrals that stay on their owners' desks: 9 silent, 4 that came back, the others answered. */
export function makeReferrals(seed: number, concerns: readonly Concern[]): Referral[] {
  const random = randomOf(seed, 'referrals');
  const able = concerns.filter(
    ({ concernId, category, duplicateOf, ownerId, firstActionOn }) =>
      concernId !== TERN_PARK_ID &&
      duplicateOf === null &&
      ownerId !== null &&
      firstActionOn !== null &&
      category !== null &&
      category in DESK_OF,
  );
  const open = able.filter(({ status }) => status === 'open').slice(0, SILENT - 1);
  const closed = able.filter(({ status }) => status === 'closed');
  const drafts = [...open];
  for (let i = 0; drafts.length < COUNT - 1; i++) drafts.push(...closed.slice(i * 5, i * 5 + 1));
  return [TERN_PARK_REFERRAL, ...drafts.map((concern, i) => referralOf(concern, i, open.length, random))];
}

function referralOf(concern: Concern, i: number, silent: number, random: Random): Referral {
  const { to, toEmail, isInside, why, answer } =
    DESKS[DESK_OF[concern.category ?? ''] ?? ''] ?? desk('Patrol', 'patrol', true, '', '');
  const isSilent = i < silent;
  const isDeclined = !isSilent && i < silent + BOUNCED;
  const first = dayOf(concern.firstActionOn ?? '');
  const referred = isSilent ? Math.min(first + 1, TODAY - 19) : first + 1;
  const answered = referred + 3 + random.int(18);
  const owner = concern.ownerId ?? COORDINATOR;
  return {
    referralId: reference('R', i + 2),
    concernId: concern.concernId,
    to,
    toEmail,
    isInside,
    whyNeeded: why,
    referredOn: dateOf(referred),
    expectedBy: dateOf(referred + 14),
    status: isSilent ? 'waiting' : isDeclined ? 'declined' : 'answered',
    answer: isSilent ? '' : isDeclined ? random.pick(CAME_BACK) : answer,
    answeredOn: isSilent ? null : dateOf(Math.min(answered, TODAY - 1)),
    nudges:
      isSilent && random.chance(0.6)
        ? [{ on: dateOf(referred + 15), by: owner, way: 'email', words: 'Asked when an answer can be expected.' }]
        : [],
    ...keptAt(dateOf(referred), owner, isSilent ? 1 : 2),
  };
}

const CAME_BACK = [
  'Not ours: please ask the county.',
  'The mailbox no longer exists; the message came back.',
  'No staff for this before summer.',
];
