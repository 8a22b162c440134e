import { area, feature, featureCollection, intersect } from '@turf/turf';
import { sumUpBriefing } from '#analysis/briefing/briefing.ts';
import { type ComparedGroup, compareFairly, FAIR_CAVEAT, FAIR_CONVENTION } from '#analysis/fair/fair.ts';
import { comparisonInWords, ownPastInWords, refusalInWords } from '#analysis/fair/said.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { Comparison, OwnPast } from '#data/schema/records/comparison.ts';
import { type BoundaryVersion, everHolds, type Group } from '#data/schema/records/group.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RELEASE_LEVEL_OF } from '#data/schema/release-level.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import { getGroup } from '#server/store/groups.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { boundaryOn } from './boundary-on.ts';
import { type CallSpan, readCallSpan } from './call-span.ts';
import { countKinds, type Days, type KindCount } from './count-calls.ts';
import { daysOf } from './counted-days.ts';
import { PUBLIC_KINDS, withOpenCalls } from './open-calls.ts';
import { withUsual } from './with-usual.ts';

export type CompareQuestion = {
  readonly groupIds: readonly string[]; // in the order asked for
  readonly category: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

const USUAL_DAYS = 91; // a quarter: enough calls to say something, short enough to be now
const LEAST_SHOWN = 5; // to a reader of the public level

type Known = { readonly group: Group; readonly boundary: BoundaryVersion; readonly isNewer: boolean };

/** Whether two groups may be compared for a kind of call, how far apart they are, and each against its own past. */
export async function compareGroups(
  home: string,
  records: RecordStore,
  acting: Acting,
  asked: CompareQuestion,
): Promise<Comparison> {
  const kind = PUBLIC_KINDS.find(({ category }) => category === asked.category);
  if (kind === undefined)
    throw new RecordRefused('category', 'Calls of this kind are never counted by place: choose another kind.');
  const span = await readCallSpan(home);
  if (span === null) throw new RecordMissing('Any call to count');
  const days = daysOf(span, { ...asked, from: asked.from ?? firstDayOf(span, asked.to) }, null);
  const known = await records.as(acting, async (tx) => {
    const read: Known[] = [];
    for (const groupId of asked.groupIds) {
      const [group, versions] = [await getGroup(tx, groupId), await listBoundaries(tx, groupId)];
      const boundary = boundaryOn(group, versions, days.to);
      const isOlder = versions.some((each) => everHolds(each) && each.validFrom < boundary.validFrom);
      read.push({ group, boundary, isNewer: boundary.validFrom > days.from && isOlder });
    }
    return read;
  });
  const counts = await countKind(
    span,
    known.map(({ boundary }) => boundary.geometry),
    days,
    kind.category,
  );
  const leastShown = RELEASE_LEVEL_OF[acting.actor.role] === 'public' ? LEAST_SHOWN : 0;
  const groups = known.map(({ group }, at) => toCompared(group, counts[at]?.calls ?? 0, days));
  const [one, other] = known.map(({ boundary }) => boundary.geometry);
  const sharedGround = one === undefined || other === undefined ? 0 : shareOfSmaller(one, other);
  const question = { category: kind.category, label: kind.label, sharedGround };
  const { findings, leftOut, options } = compareFairly(groups, question, { leastShown });
  const [found] = findings;
  return {
    ...{ category: kind.category, label: kind.label, ...days, sharedGround },
    groups: known.flatMap((each, at) => {
      const count = counts[at];
      return count === undefined ? [] : [toOwnPast(each, count, days, leastShown)];
    }),
    compared:
      found === undefined ? null : { ...found, sentence: comparisonInWords(found, kind.label), level: options.level },
    refusals: leftOut.map(({ reason }) => refusalInWords(reason, groups, question, options)),
    ...{ caveat: FAIR_CAVEAT, convention: FAIR_CONVENTION },
    source: {
      titles: [...span.titles],
      cutoffLocal: span.cutoffLocal,
      askedTo: asked.to !== undefined && asked.to > days.to ? asked.to : null,
    },
  };
}

function firstDayOf({ firstDay, lastDay }: CallSpan, to: string | undefined): string {
  const last = to === undefined || to > lastDay ? lastDay : to;
  return toLocalDate(Math.max(toDayNumber(firstDay), toDayNumber(last) + 1 - USUAL_DAYS));
}

const countKind = (span: CallSpan, grounds: readonly AreaGeometry[], days: Days, category: string) =>
  withOpenCalls(span, async ({ within, isMonthly }) => {
    const counting = { from: toDayNumber(days.from), to: toDayNumber(days.to), firstDay: toDayNumber(span.firstDay) };
    const counted: KindCount[] = [];
    for (const ground of grounds) {
      const kinds = countKinds(await within(ground), { ...counting, isMonthly });
      counted.push(...kinds.filter((kind) => kind.category === category));
    }
    return counted;
  });

const toCompared = (
  { groupId, name, kind, residents, addresses }: Group,
  calls: number,
  days: Days,
): ComparedGroup => ({
  ...{ groupId, name, kind, residents, addresses, calls },
  ...{ from: days.from, to: days.to },
});

/** How much of the smaller ground lies in the other, too. */
function shareOfSmaller(one: AreaGeometry, other: AreaGeometry): number {
  const shared = intersect(featureCollection([feature(one), feature(other)]));
  return shared === null ? 0 : Math.min(1, area(shared) / Math.min(area(one), area(other)));
}

function toOwnPast({ group, boundary, isNewer }: Known, count: KindCount, days: Days, leastShown: number): OwnPast {
  const { groupId, name, kind, residents, addresses } = group;
  const [line] = sumUpBriefing([withUsual(count, days)], { leastShown }).findings.lines;
  const { calls = null, usual = null, against = 'not-judged' } = line ?? {};
  return {
    ...{ groupId, name, kind, residents, addresses, calls, usual, against },
    sentence: ownPastInWords({ name, calls }, count.label, { usual, against, leastShown }),
    boundary: { validFrom: boundary.validFrom, isNewer },
  };
}
