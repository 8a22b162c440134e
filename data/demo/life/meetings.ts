import { dateOf, dayOf, two, weekdayOf } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { Meeting } from '#data/schema/records/contact.ts';
import { DESIGNATIONS, REGISTRY, type Rhythm } from './group-registry.ts';
import { keptAt, reference } from './kept.ts';
import { AGENDA_POINTS, minutesOf } from './meeting-words.ts';
import { LIAISON_OF, PATROL } from './people.ts';
import { QUARTER, QUARTER_BEGAN } from './quarter-story.ts';

const FIRST_MONTH = 2024 * 12 + 6; // July 2024
const LAST_MONTH = 2026 * 12 + 8; // September 2026; after it the story of the quarter tells

type Set = { groupId: string; on: string };

/** Some 260 meetings with agenda, invitations, attendance and minutes; a few cancelled, a few nobody of ours attended. */
export function makeMeetings(seed: number): Meeting[] {
  const random = randomOf(seed, 'meetings');
  const set = Object.entries(REGISTRY).flatMap(([groupId, { rhythm }]) => meetingDays(groupId, rhythm));
  set.sort((a, b) => a.on.localeCompare(b.on) || a.groupId.localeCompare(b.groupId));
  return set.map((one, i) => meetingOf(one, i, random));
}

function meetingDays(groupId: string, rhythm: Rhythm): Set[] {
  const now = QUARTER[groupId];
  const days: string[] = [...(now?.meetings ?? []), ...(now?.planned ? [now.planned] : [])];
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month++) {
    if (!meetsIn(rhythm, (month % 12) + 1)) continue;
    const on = dayInMonth(month, rhythm);
    const story = now?.lastBefore !== undefined && on > '2026-07-01' && on !== now.lastBefore;
    if (!story && isActive(groupId, on)) days.push(on);
  }
  if (groupId === 'eastbank') days.push('2027-01-21'); // what its page for December names as the next
  if (now?.lastBefore === '2026-08-20') days.push('2026-11-19'); // Harrow Meadow’s own was called off
  return days.map((on) => ({ groupId, on }));
}

function meetsIn({ every }: Rhythm, month: number): boolean {
  if (every === 'never') return false;
  if (every === 'month') return month !== 7 && month !== 12;
  if (every === 'two-months') return month % 2 === 0;
  if (every === 'quarter') return month % 3 === 2;
  return month === 5 || month === 11;
}

function dayInMonth(month: number, { week, weekday }: Rhythm): string {
  const first = dayOf(`${Math.floor(month / 12)}-${two((month % 12) + 1)}-01`);
  return dateOf(first + ((weekday - weekdayOf(first) + 7) % 7) + (week - 1) * 7);
}

/** Whether a group was active on a day, by the designations up to it. */
export function isActive(groupId: string, on: string): boolean {
  const last = DESIGNATIONS.filter((one) => one.groupId === groupId && one.decidedOn <= on).at(-1);
  return last?.status !== 'inactive';
}

function meetingOf({ groupId, on }: Set, i: number, random: Random): Meeting {
  const registry = REGISTRY[groupId];
  const hour = registry?.rhythm.hour ?? 18;
  const liaison = LIAISON_OF[groupId] ?? 'p-corbin';
  const isPast = on < '2026-12-14';
  const isCancelled = (isPast && on < QUARTER_BEGAN && random.chance(0.03)) || on === '2026-11-19';
  const isMissed = isPast && on < QUARTER_BEGAN && random.chance(0.09);
  const held = isPast && !isCancelled;
  const attendance = 6 + random.int(22);
  const agenda = ['Calls and crime since the last meeting', ...pickSome(AGENDA_POINTS, 2 + random.int(2), random)];
  const patrol = random.pick(PATROL);
  const attended = isMissed ? [] : random.chance(0.3) ? [liaison, patrol] : [liaison];
  return {
    meetingId: reference('MT', i + 1),
    groupId,
    startsAt: `${on}T${two(hour)}:00:00`,
    endsAt: `${on}T${two(hour + 1)}:30:00`,
    place: registry?.place || 'To be told',
    agenda: isPast ? agenda : ['What we promised last time', ...agenda],
    invitations: random.chance(0.55)
      ? [
          {
            unit: random.pick([
              'Patrol, day shift',
              'Patrol, evening shift',
              'Traffic Unit',
              'Crime Analysis',
              'City code office',
            ]),
            email: null,
            reply: isPast ? (random.chance(0.75) ? 'accepted' : 'declined') : 'waiting',
          },
        ]
      : [],
    status: isCancelled ? 'cancelled' : held ? 'held' : 'planned',
    attendedBy: held ? attended : [],
    attendance: held ? attendance : null,
    minutes: held && !isMissed ? minutesOf(agenda, attendance, random) : '',
    ...keptAt(`${on < '2026-12-11' ? on : '2026-12-11'}T${two(Math.min(hour + 2, 21))}:10:00`, liaison, isPast ? 2 : 1),
  };
}

function pickSome<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(random.int(left.length), 1)).flat();
}
