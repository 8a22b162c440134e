import { dateOf, dayOf, two } from '#data/demo/call-rhythm.ts';
import { type Random, randomOf } from '#data/demo/random.ts';
import type { Contact, Meeting } from '#data/schema/records/contact.ts';
import type { Representative } from '#data/schema/records/group.ts';
import { CONTACT_NEXT, CONTACT_TOPICS } from './contact-words.ts';
import { keptAt, reference } from './kept.ts';
import { isActive } from './meetings.ts';
import { COORDINATOR, LIAISON_OF } from './people.ts';
import { QUARTER, QUARTER_BEGAN } from './quarter-story.ts';

const FIRST = dayOf('2024-06-17');
const EACH_MONTH = 2.28; // contacts and attempts of a group, beside its meetings

type Draft = { groupId: string; on: string; result: Contact['result']; meeting?: Meeting };

/** Some 1,900 contacts and attempts; every meeting that one of ours attended is one. */
export function makeContacts(
  seed: number,
  meetings: readonly Meeting[],
  representatives: readonly Representative[],
): Contact[] {
  const random = randomOf(seed, 'contacts');
  const drafts: Draft[] = meetings.flatMap((meeting) =>
    meeting.attendedBy.length > 0
      ? [{ groupId: meeting.groupId, on: meeting.startsAt.slice(0, 10), result: 'made' as const, meeting }]
      : [],
  );
  for (const groupId of Object.keys(QUARTER).concat('linden-court')) {
    drafts.push(...pastContacts(groupId, random), ...quarterContacts(groupId, random));
  }
  drafts.sort((a, b) => a.on.localeCompare(b.on) || a.groupId.localeCompare(b.groupId));
  return drafts.map((draft, i) => contactOf(draft, i, representatives, random));
}

/** The quarters before: every active group at least once, but for the one that the story lets slip. */
function pastContacts(groupId: string, random: Random): Draft[] {
  const drafts: Draft[] = [];
  const lastMade = QUARTER[groupId]?.lastBefore ?? '9999';
  for (let from = FIRST; from < dayOf(QUARTER_BEGAN); from += 30) {
    const days = Math.min(30, dayOf(QUARTER_BEGAN) - from);
    const wanted = Math.max(1, random.poisson((EACH_MONTH * days) / 30));
    for (let n = 0; n < wanted; n++) {
      const on = dateOf(from + random.int(days));
      const isMade = on <= lastMade && (n === 0 || random.chance(0.5));
      const isTooMuch = on > lastMade && random.chance(0.6);
      if (isActive(groupId, on) && !isTooMuch) drafts.push({ groupId, on, result: isMade ? 'made' : 'attempted' });
    }
  }
  if (lastMade !== '9999') drafts.push({ groupId, on: lastMade, result: 'made' });
  return drafts;
}

/** This quarter as the duty screen shows it, with some contacts between the first and the last. */
function quarterContacts(groupId: string, random: Random): Draft[] {
  const story = QUARTER[groupId];
  if (!story) return [];
  const first = story.made[0];
  const last = story.made.at(-1);
  const between =
    first !== undefined && last !== undefined && first < last
      ? Array.from({ length: 1 + random.int(3) }, () => dateOf(dayOf(first) + random.int(dayOf(last) - dayOf(first))))
      : [];
  return [
    ...story.made
      .filter((on) => !story.meetings?.includes(on))
      .concat(between)
      .map((on): Draft => ({ groupId, on, result: 'made' })),
    ...(story.attempts ?? []).map((on): Draft => ({ groupId, on, result: 'attempted' })),
  ];
}

function contactOf(
  { groupId, on, result, meeting }: Draft,
  i: number,
  representatives: readonly Representative[],
  random: Random,
): Contact {
  const officerId = meeting?.attendedBy[0] ?? LIAISON_OF[groupId] ?? COORDINATOR;
  const at = meeting?.endsAt ?? `${on}T${two(9 + random.int(9))}:${two(random.int(12) * 5)}:00`;
  const leader = representatives.find(
    (one) => one.groupId === groupId && one.validFrom <= on && (one.validTo === null || on < one.validTo),
  );
  return {
    contactId: reference('CT', i + 1),
    groupId,
    representativeId: leader?.representativeId ?? null,
    result,
    way: meeting ? 'meeting' : wayOf(result, random),
    at,
    officerId,
    topics: meeting
      ? `At the meeting: ${(meeting.agenda[1] ?? '').toLowerCase()}`
      : random.pick(CONTACT_TOPICS[result]),
    concernIds: [],
    next: random.chance(0.35) ? random.pick(CONTACT_NEXT[result]) : '',
    meetingId: meeting?.meetingId ?? null,
    ...keptAt(at, officerId),
  };
}

function wayOf(result: Contact['result'], random: Random): Contact['way'] {
  if (result === 'attempted') return random.pick(['phone', 'phone', 'email', 'in-person', 'text-message', 'letter']);
  return random.pick(['phone', 'phone', 'in-person', 'in-person', 'email', 'consultation', 'text-message']);
}
