import type { CategoryCode } from '#data/codes/categories.ts';
import { dateOf, dayOf, two } from '#data/demo/call-rhythm.ts';
import type { DrawnConcern } from '#data/demo/concerns.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { CloseReason, Concern } from '#data/schema/records/concern.ts';
import type { Meeting } from '#data/schema/records/contact.ts';
import type { ConcernPlan } from './concern-plan.ts';
import { CLOSE_WORDS, FIRST_NAMES, LAST_NAMES, NEXT_STEPS, RESIDENT_OPENERS, RESOLVED_WORDS } from './concern-words.ts';
import { keptAt, momentOf } from './kept.ts';
import { COORDINATOR, DISPATCHER, LIAISON_OF, PATROL } from './people.ts';
import { TERN_PARK, TERN_PARK_ID } from './tern-park.ts';
import type { Voice } from './voice.ts';
import { GROUND_VOICES } from './voices-ground.ts';
import { SAFETY_VOICES } from './voices-safety.ts';
import { STREET_VOICES } from './voices-street.ts';

const VOICES: Readonly<Record<string, Voice>> = { ...STREET_VOICES, ...GROUND_VOICES, ...SAFETY_VOICES };
const TODAY = dayOf('2026-12-14');
const UNTAKEN_SINCE = '2026-12-12'; // what came later waits for the coordinator

/** Each concern of the map as the whole record that stands behind it. */
export function makeFullConcerns(
  seed: number,
  drawn: readonly DrawnConcern[],
  plan: ConcernPlan,
  meetings: readonly Meeting[],
): Concern[] {
  const random = randomOf(seed, 'concern records');
  return drawn.map((one) => {
    const concern = fullConcern(one, plan, meetings, random);
    return one.concernId === TERN_PARK_ID ? { ...concern, ...TERN_PARK } : concern;
  });
}

function fullConcern(one: DrawnConcern, plan: ConcernPlan, meetings: readonly Meeting[], random: Random): Concern {
  const { concernId, title, raisedOn, status } = one;
  const groupIds = [...one.groupIds];
  const voice = VOICES[title];
  if (!voice) throw new RangeError(`nobody has words for “${title}”; add them to the voices`);
  const raised = dayOf(raisedOn);
  const meeting = plan.byEmail.includes(concernId) ? undefined : meetingNear(groupIds, raised, meetings);
  const isNew = status === 'open' && raisedOn >= UNTAKEN_SINCE;
  const way = plan.byEmail.includes(concernId) ? 'email' : meeting ? 'meeting' : isNew ? 'phone' : wayOf(random);
  const owner = LIAISON_OF[groupIds[0] ?? ''] ?? COORDINATOR;
  const filedBy =
    isNew || (way === 'phone' && random.chance(0.5)) ? DISPATCHER : way === 'patrol' ? random.pick(PATROL) : owner;
  const acted = raised + 1 + random.int(9);
  return {
    concernId,
    title,
    category: one.category as CategoryCode, // the map's picture keeps it as plain text
    words: wordsOf(one, voice, plan, random),
    way,
    heardAt: `${raisedOn}T${two(9 + random.int(10))}:${two(random.int(12) * 5)}:00`,
    place: { type: 'Point', coordinates: [one.lon, one.lat] },
    placeWords: spokenPlace(one.place.label),
    placeConfidence: random.chance(0.6) ? 'exact' : 'about',
    groupIds,
    whenHappens: voice.when,
    since: random.chance(0.6)
      ? random.pick(['about two weeks', 'a month', 'since summer', 'three months', 'a year'])
      : '',
    howOften: random.chance(0.6) ? random.pick(['every day', 'most weekends', 'twice a week', 'now and then']) : '',
    whoAffected: voice.affected,
    safetyNow: ['shots-fired', 'encampment'].includes(one.category) && random.chance(0.3),
    peopleCount: random.chance(0.7) ? 1 + Math.floor(random.next() * random.next() * 9) : null,
    ...reachOf(concernId, plan, random),
    language: plan.spanish.has(concernId) ? 'es' : 'en',
    efforts: isNew ? '' : voice.did,
    recommendedSolutions: isNew ? '' : voice.asked,
    caseNumbers: random.chance(0.12) ? [`${raisedOn.slice(2, 4)}-${String(10000 + random.int(80000))}`] : [],
    ownerId: isNew ? null : owner,
    filedBy,
    meetingId: meeting?.meetingId ?? null,
    duplicateOf: one.sameAs,
    sharedWithCity: SHARED.has(one.category) && random.chance(0.7),
    isSignificant: one.category === 'shots-fired' || (status === 'overdue' && random.chance(0.3)),
    ...stateOf(one, isNew, acted, plan, random),
    ...keptAt(raisedOn, filedBy, status === 'answered' ? 4 : 2),
    createdAt: momentOf(raisedOn),
  };
}

const SHARED = new Set(['dumping', 'traffic-hazard', 'nuisance', 'parking', 'graffiti', 'animal', 'encampment']);

/** What has become of it by the demo's morning. */
function stateOf(one: DrawnConcern, isNew: boolean, acted: number, plan: ConcernPlan, random: Random) {
  const closedOn = one.answeredOn;
  if (one.status !== 'answered' || closedOn === null) {
    const dueIn = one.status === 'overdue' ? -(3 + random.int(20)) : 2 + random.int(24);
    return {
      status: isNew ? ('new' as const) : ('open' as const),
      firstActionOn: isNew || acted > TODAY ? null : dateOf(acted),
      lastToldOn: isNew || one.status === 'overdue' ? null : dateOf(Math.min(TODAY - 1, acted + 5)),
      nextStep: isNew ? '' : random.pick(NEXT_STEPS),
      nextStepOn: isNew ? null : dateOf(TODAY + dueIn),
      closedOn: null,
      closeReason: null,
      closeWords: '',
      residentAgrees: null,
    };
  }
  const closeReason = reasonOf(one, plan, random);
  return {
    status: 'closed' as const,
    firstActionOn: dateOf(Math.min(acted, dayOf(closedOn))),
    lastToldOn: closedOn,
    nextStep: '',
    nextStepOn: null,
    closedOn,
    closeReason,
    closeWords:
      (closeReason === 'resolved' ? RESOLVED_WORDS[one.category] : undefined) ?? random.pick(CLOSE_WORDS[closeReason]),
    residentAgrees: closeReason === 'duplicate' ? null : random.chance(0.75) ? !random.chance(0.12) : null,
  };
}

function reasonOf(one: DrawnConcern, plan: ConcernPlan, random: Random): CloseReason {
  if (one.sameAs !== null) return 'duplicate';
  if (plan.notFixable.has(one.concernId)) return 'not-fixable';
  const share = random.next();
  if (share < 0.78) return 'resolved';
  if (share < 0.9) return 'no-action-needed';
  return share < 0.96 ? 'not-ours' : 'withdrawn';
}

function meetingNear(groupIds: readonly string[], raised: number, meetings: readonly Meeting[]): Meeting | undefined {
  return meetings.find(
    ({ groupId, status, attendedBy, startsAt }) =>
      status === 'held' &&
      attendedBy.length > 0 &&
      groupIds.includes(groupId) &&
      dayOf(startsAt.slice(0, 10)) === raised,
  );
}

function wayOf(random: Random): Concern['way'] {
  return random.pick(['phone', 'phone', 'phone', 'web', 'web', 'walk-in', 'patrol', 'patrol', 'email', 'import']);
}

function reachOf(concernId: string, plan: ConcernPlan, random: Random) {
  if (plan.anonymous.has(concernId)) return { contactWish: 'anonymous' as const, contactName: '', contactReach: '' };
  const name = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const share = random.next();
  if (share < 0.2) return { contactWish: 'none-given' as const, contactName: '', contactReach: '' };
  if (share < 0.65) {
    return {
      contactWish: 'may-call' as const,
      contactName: name,
      contactReach: `555-01${String(10 + random.int(90))}`,
    };
  }
  const contactReach = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  return { contactWish: 'may-email' as const, contactName: name, contactReach };
}

function wordsOf(one: DrawnConcern, voice: Voice, plan: ConcernPlan, random: Random): string {
  const opener = random.chance(0.3) ? `${random.pick(RESIDENT_OPENERS)} ` : '';
  const said = random.pick(voice.says).replace('{street}', streetOf(one.place.label));
  const spanish = plan.spanish.get(one.concernId);
  if (spanish !== undefined) return spanish;
  const named = plan.redact.get(one.concernId);
  return `${opener}${said}${named === undefined ? '' : ` ${named}`}`;
}

/** 1100 block, Linnet Avenue: as a person would write the feed’s capital letters. */
export function spokenPlace(label: string): string {
  const corner = label.split(' / ');
  if (corner.length === 2) return corner.map(inPlainCase).join(' at ');
  const block = /^(\d+) BLK (.+)$/.exec(label);
  return block ? `${block[1]} block, ${inPlainCase(block[2] ?? '')}` : inPlainCase(label);
}

const streetOf = (label: string): string => inPlainCase((label.split(' / ')[0] ?? label).replace(/^\d+ BLK /, ''));

const inPlainCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
