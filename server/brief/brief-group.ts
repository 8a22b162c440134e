import { type CountedKind, sumUpBriefing } from '#analysis/briefing/briefing.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import { predictRun } from '#analysis/spike/predict-week.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { Briefing } from '#data/schema/records/briefing.ts';
import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import { lastMeetingBefore, type MeetingHeld } from '#server/store/briefings.ts';
import { getGroup } from '#server/store/groups.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { type CallSpan, readCallSpan } from './call-span.ts';
import { countCalls, type Days, type KindCount } from './count-calls.ts';

/** Days to count: as they are asked for, else since the group's last meeting. */
export type BriefingQuestion = { readonly from?: string | undefined; readonly to?: string | undefined };

const USUAL_DAYS = 28; // where no meeting was held yet
const FEWEST_DAYS = 7; // since a meeting; one that was held yesterday leaves nothing to tell
const MOST_DAYS = 366;
const LONGEST_COMPARED = 92; // a quarter: beyond it "the same weeks of former years" is the whole year

/** What a group may be told of the calls inside its boundary over some days. */
export async function briefGroup(
  home: string,
  records: RecordStore,
  acting: Acting,
  groupId: string,
  asked: BriefingQuestion,
): Promise<Briefing> {
  const span = await readCallSpan(home);
  if (span === null) throw new RecordMissing('Any call to count');
  const known = await records.as(acting, async (tx) => ({
    group: await getGroup(tx, groupId),
    boundaries: await listBoundaries(tx, groupId),
    last: await lastMeetingBefore(tx, groupId, dayAfter(lastDayOf(span, asked), 1 - FEWEST_DAYS)),
  }));
  const days = daysOf(span, asked, known.last);
  const boundary = boundaryOn(known.group, known.boundaries, days.to);
  const counted = await countCalls(span, boundary.geometry, days);
  return {
    groupId,
    groupName: known.group.name,
    city: span.city,
    ...days,
    follows: known.last !== null && dayAfter(known.last.on, 1) === days.from ? known.last : null,
    totals: sumUpBriefing(counted.kinds.map((kind) => withUsual(kind, days))).findings,
    boundary: {
      versionId: boundary.versionId,
      validFrom: boundary.validFrom,
      isNewer:
        boundary.validFrom > days.from && known.boundaries.some(({ validFrom }) => validFrom < boundary.validFrom),
    },
    notCounted: {
      kinds: CATEGORIES.filter(({ leastLevel }) => leastLevel !== 'public').map(({ label }) => label),
      notPlaced: counted.notPlaced,
      monthOnly: counted.monthOnly,
    },
    source: {
      titles: [...span.titles],
      cutoffLocal: span.cutoffLocal,
      askedTo: asked.to !== undefined && asked.to > days.to ? asked.to : null,
    },
  };
}

const dayAfter = (day: string, days: number): string => toLocalDate(toDayNumber(day) + days);
const lengthOf = ({ from, to }: Days): number => toDayNumber(to) - toDayNumber(from) + 1;
const lastDayOf = ({ lastDay }: CallSpan, { to }: BriefingQuestion): string =>
  to === undefined || to > lastDay ? lastDay : to;

/** Days that can be counted whole: as asked for, else since the last meeting. Refuses days that the calls do not cover. */
export function daysOf(span: CallSpan, asked: BriefingQuestion, last: MeetingHeld | null): Days {
  const to = lastDayOf(span, asked);
  const usual = last === null ? dayAfter(to, 1 - USUAL_DAYS) : dayAfter(last.on, 1);
  const first = toDayNumber(span.firstDay);
  const from = asked.from ?? toLocalDate(Math.max(toDayNumber(usual), first));
  if (from > to) throw new RecordRefused('from', `The calls are in up to ${to}: choose a first day before it.`);
  if (from < span.firstDay)
    throw new RecordRefused('from', `The calls begin on ${span.firstDay}: choose that day or a later one.`);
  if (lengthOf({ from, to }) > MOST_DAYS) throw new RecordRefused('from', `Choose at most ${MOST_DAYS} days.`);
  return { from, to };
}

/** The boundary that held on a day. */
export function boundaryOn({ name }: Group, versions: readonly BoundaryVersion[], day: string) {
  const held = versions.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day));
  if (held === undefined)
    throw new RecordRefused('groupId', `${name} had no boundary on ${day}: draw one, then its calls can be counted.`);
  return held;
}

/** A count beside what its past predicts for as many days. */
export function withUsual({ category, label, calls, weeksBefore }: KindCount, days: Days): CountedKind {
  const length = lengthOf(days);
  const isCompared = weeksBefore !== null && length >= 7 && length <= LONGEST_COMPARED;
  const usual = isCompared ? predictRun(weeksBefore, length / 7, SPIKE_DEFAULTS) : null;
  return { category, label, calls, usual };
}
