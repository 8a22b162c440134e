import { dateOf, dayOf, two } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { Concern, ConcernUpdate } from '#data/schema/records/concern.ts';
import type { ConcernPlan } from './concern-plan.ts';
import { ACTIONS, NOTES, SAID_AGAIN, TOLD_WORDS } from './concern-words.ts';
import { CITY_SPECIALIST, COORDINATOR, spoken } from './people.ts';
import { TERN_PARK_ID, TERN_PARK_LOG } from './tern-park.ts';

type Line = Pick<ConcernUpdate, 'kind' | 'by' | 'from' | 'to' | 'words'> & { day: number };

const YESTERDAY = dayOf('2026-12-13');
const GROUP = 'the group';

/** Who said what to whom, for every concern, from the day it was raised. */
export function makeUpdates(seed: number, concerns: readonly Concern[], plan: ConcernPlan): ConcernUpdate[] {
  const random = randomOf(seed, 'concern updates');
  return concerns.flatMap((concern) => {
    const lines = linesOf(concern, plan, random);
    if (concern.concernId === TERN_PARK_ID) return [...TERN_PARK_LOG];
    lines.sort((a, b) => a.day - b.day);
    return lines.map(({ day, ...line }, i) => ({
      updateId: `${concern.concernId}/${i + 1}`,
      concernId: concern.concernId,
      at: `${dateOf(day)}T${two(10 + Math.min(i, 11))}:${two(random.int(12) * 5)}:00`,
      ...line,
    }));
  });
}

function linesOf(concern: Concern, plan: ConcernPlan, random: Random): Line[] {
  const raised = dayOf(concern.heardAt.slice(0, 10));
  const { ownerId } = concern;
  const filer = spoken(concern.filedBy);
  const lines: Line[] = [];
  const told = concern.filedBy === COORDINATOR ? 'Patrol' : spoken(COORDINATOR);
  lines.push({
    day: raised,
    kind: 'conveyed',
    by: concern.filedBy,
    from: filer,
    to: told,
    words: `Heard ${WAY[concern.way]}.`,
  });
  if (ownerId === null) return lines;
  const officer = spoken(ownerId);
  const end = concern.closedOn === null ? YESTERDAY : dayOf(concern.closedOn);
  if (concern.duplicateOf !== null) {
    lines.push({
      day: end,
      kind: 'merged',
      by: COORDINATOR,
      from: spoken(COORDINATOR),
      to: '',
      words: `The same trouble as ${concern.duplicateOf}.`,
    });
    return lines;
  }
  const first = concern.firstActionOn === null ? null : dayOf(concern.firstActionOn);
  if (first !== null) {
    lines.push({ day: first, kind: 'did', by: ownerId, from: officer, to: '', words: random.pick(ACTIONS) });
    const more = random.int(3);
    for (let n = 0; n < more; n++) {
      lines.push({
        day: between(first, end, random),
        kind: 'did',
        by: ownerId,
        from: officer,
        to: '',
        words: random.pick(ACTIONS),
      });
    }
    if (random.chance(0.5))
      lines.push({
        day: between(first, end, random),
        kind: 'told',
        by: ownerId,
        from: officer,
        to: GROUP,
        words: random.pick(TOLD_WORDS),
      });
  }
  if (random.chance(0.3))
    lines.push({
      day: between(raised, end, random),
      kind: 'said',
      by: ownerId,
      from: 'Resident',
      to: officer,
      words: random.pick(SAID_AGAIN),
    });
  if (random.chance(0.15))
    lines.push({
      day: between(raised, end, random),
      kind: 'note',
      by: ownerId,
      from: officer,
      to: '',
      words: random.pick(NOTES),
    });
  if (concern.sharedWithCity && random.chance(0.6)) {
    lines.push({
      day: between(raised, end, random),
      kind: 'partner',
      by: CITY_SPECIALIST,
      from: spoken(CITY_SPECIALIST),
      to: officer,
      words: 'The city has it on its list; a crew will look.',
    });
  }
  if (plan.reopened.has(concern.concernId)) {
    const before = Math.max(raised, end - 2);
    lines.push({ day: before, kind: 'status', by: ownerId, from: officer, to: '', words: 'Closed: resolved.' });
    lines.push({
      day: before,
      kind: 'said',
      by: ownerId,
      from: 'Resident',
      to: officer,
      words: 'It came back the same night.',
    });
    lines.push({ day: before, kind: 'status', by: ownerId, from: officer, to: '', words: 'Reopened: it came back.' });
  }
  if (concern.lastToldOn !== null) {
    const words = concern.closedOn === null ? random.pick(TOLD_WORDS) : concern.closeWords;
    lines.push({ day: dayOf(concern.lastToldOn), kind: 'told', by: ownerId, from: officer, to: GROUP, words });
  }
  if (concern.closeReason !== null) {
    lines.push({
      day: end,
      kind: 'status',
      by: ownerId,
      from: officer,
      to: '',
      words: `Closed: ${concern.closeReason.replaceAll('-', ' ')}.`,
    });
  }
  return lines;
}

const WAY: Record<Concern['way'], string> = {
  meeting: 'at the group’s meeting',
  email: 'by e-mail',
  phone: 'by phone',
  'walk-in': 'at the front desk',
  web: 'by the web form',
  patrol: 'on patrol',
  import: 'from the city’s service requests',
};

const between = (from: number, to: number, random: Random): number => from + random.int(Math.max(1, to - from));
