import { findConcernDuties } from '#analysis/duty/concern-duties.ts';
import { clocksOf } from '#analysis/duty/contact-duties.ts';
import type { GroupClock } from '#analysis/duty/group-clock.ts';
import { quarterOf } from '#analysis/duty/spans.ts';
import { shortDate } from '#analysis/shared/day-words.ts';
import { daysBetween } from '#analysis/shared/days.ts';
import { isProtected } from '#data/codes/protected-kinds.ts';
import type { WallDuty, WallDutyKind, WallRecords, WallWaiting } from '#data/schema/wall.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { WallRows } from '#server/store/wall-records.ts';

export type UncodedDuty = Omit<WallDuty, 'code'>;
export type UncodedRecords = Omit<WallRecords, 'duties'> & { readonly duties: readonly UncodedDuty[] };

const MOST = 12;
const ORDINALS = ['1st', '2nd', '3rd', '4th'] as const;
const LABELS = new Map<string, string>(PUBLIC_KINDS.map(({ category, label }) => [category, label.toLowerCase()]));

/** What waits in the records: how many of each, and the longest by area. Judged as the duties at the desk are. */
export function recordDuties(rows: WallRows, asOfLocal: string): UncodedRecords {
  const { today } = rows.scene;
  const quarter = quarterOf(today);
  const number = Number(quarter.label.slice(-1));
  return {
    asOfLocal,
    quarter: `${ORDINALS[number - 1]} quarter of ${quarter.label.slice(0, 4)}`,
    quarterEnds: quarter.to,
    duties: [concernDuty(rows), referralDuty(rows), groupDuty(rows), escalationDuty(rows)],
  };
}

/** By area of the registry; the first by name where there are several, so that it stays the same. */
function areaOf({ contacts }: WallRows, groupIds: readonly string[]) {
  const held = contacts.groups.filter(({ groupId }) => groupIds.includes(groupId));
  const [first] = held.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  if (first === undefined) return { area: 'Outside all groups', areaId: null, district: null };
  return { area: first.name, areaId: first.groupId, district: first.district };
}

/** Only kinds that everybody may know of are named. Most concerns have no kind at first, so "concern" tells nothing. */
const kindWords = (category: string | null | undefined, otherwise: string): string =>
  (category && LABELS.get(category)) ?? otherwise;

function concernDuty(rows: WallRows): UncodedDuty {
  const { scene, concerns } = rows;
  const byId = new Map(concerns.map((each) => [each.concernId, each]));
  const named = concerns.map((each) => ({ ...each, title: '' }));
  const late = lateOf(findConcernDuties(scene, { concerns: named, referrals: [], promises: [] }));
  const waiting = late.flatMap(({ subject, dueOn }): WallWaiting[] => {
    const of = byId.get(subject);
    if (of === undefined || isProtected(of.category)) return [];
    return [
      { ...areaOf(rows, of.groupIds), what: kindWords(of.category, 'concern'), days: daysBetween(dueOn, scene.today) },
    ];
  });
  return duty('concerns', late.length, concerns.length, waiting);
}

function referralDuty(rows: WallRows): UncodedDuty {
  const { scene, referrals, concerns, units } = rows;
  const late = lateOf(findConcernDuties(scene, { concerns: [], referrals, promises: [] }));
  const waiting = late.flatMap(({ subject, dueOn }): WallWaiting[] => {
    const of = referrals.find(({ referralId }) => referralId === subject);
    const about = concerns.find(({ concernId }) => concernId === of?.concernId);
    if (of === undefined || about === undefined || isProtected(about.category)) return [];
    const what = `referral to ${unitWords(of, units)}`;
    return [{ ...areaOf(rows, about.groupIds), what, days: daysBetween(dueOn, scene.today) }];
  });
  return duty('referrals', late.length, referrals.length, waiting);
}

/** A unit of the settings by its name; what somebody typed could be the name of a person. */
function unitWords({ to, isInside }: WallRows['referrals'][number], units: readonly string[]): string {
  const unit = units.find((name) => name.toLowerCase() === to.trim().toLowerCase());
  if (unit !== undefined) return unit.toLowerCase();
  return isInside ? 'another unit' : 'another agency';
}

const lateOf = (duties: ReturnType<typeof findConcernDuties>) =>
  duties.flatMap(({ state, subject, dueOn }) => (state === 'late' && dueOn !== null ? [{ subject, dueOn }] : []));

/** Active groups that are owed a contact this quarter and had none: by how long ago the last one was. */
function groupDuty(rows: WallRows): UncodedDuty {
  const { scene, contacts } = rows;
  const clocks = [...clocksOf(scene, contacts).values()];
  const unreached = clocks.filter(({ owed, reached }) => owed && reached === null);
  const born = new Map(contacts.groups.map(({ groupId, createdAt }) => [groupId, createdAt.slice(0, 10)]));
  const waiting = unreached.map((clock): WallWaiting => {
    const since = clock.lastMadeOn ?? born.get(clock.groupId) ?? clock.span.from;
    return { ...areaOf(rows, [clock.groupId]), what: reachWords(clock), days: daysBetween(since, scene.today) };
  });
  return duty('groups', unreached.length, clocks.length, waiting);
}

function reachWords({ plan, attempts, dueOn }: GroupClock): string {
  if (plan !== null && (dueOn === null || plan.on <= dueOn)) return `planned for ${shortDate(plan.on)}`;
  if (attempts > 0) return attempts === 1 ? 'tried once' : `tried ${attempts} times`;
  return 'not tried yet';
}

/** Leadership is told by role; an issue is acknowledged once each of them has said so. */
function escalationDuty(rows: WallRows): UncodedDuty {
  const { scene, escalations, kinds, grounds } = rows;
  const issues = new Map<string, WallRows['escalations'][number][]>();
  for (const each of escalations) {
    const issue = each.onceKey.replace(/\/[^/]+$/, ''); // less the role that was told
    issues.set(issue, [...(issues.get(issue) ?? []), each]);
  }
  const open = [...issues.values()].filter((told) => told.some(({ acknowledgments }) => acknowledgments.length === 0));
  const waiting = open.flatMap((told): WallWaiting[] => {
    const [first] = told;
    const categories = told.flatMap(({ concernIds }) => concernIds.map((id) => kinds.get(id) ?? null));
    if (first === undefined || categories.some(isProtected)) return [];
    const groupIds = first.groupId === null ? first.concernIds.flatMap((id) => grounds.get(id) ?? []) : [first.groupId];
    const manner = first.onceKey.startsWith('escalation/recurring/') ? 'recurring' : 'significant';
    const what = `${manner}: ${kindWords(categories[0], 'concern')}`;
    return [{ ...areaOf(rows, groupIds), what, days: daysBetween(first.sentAt.slice(0, 10), scene.today) }];
  });
  return duty('escalations', open.length, issues.size, waiting);
}

function duty(kind: WallDutyKind, count: number, of: number, waiting: readonly WallWaiting[]): UncodedDuty {
  const longest = waiting.toSorted(
    (a, b) => b.days - a.days || a.area.localeCompare(b.area, 'en') || a.what.localeCompare(b.what, 'en'),
  );
  return { kind, count, of, waiting: longest.slice(0, MOST) };
}
