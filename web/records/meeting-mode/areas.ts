import { daysBetween } from '#analysis/shared/days.ts';
import type { MeetingArea, MeetingEscalation, WeeklyMeeting } from '#data/schema/records/weekly-meeting.ts';
import type { WallCalls, WallSeries } from '#data/schema/wall.ts';

export type Stop = MeetingArea & { readonly series: readonly WallSeries[] };

/** An escalation that a role has not yet read. */
export const isWaiting = ({ notices }: MeetingEscalation): boolean =>
  notices.some(({ acknowledgments }) => acknowledgments.length === 0);

/** Every area with its calls beside its records; areas that are no group's stand with their calls alone. */
export function stopsOf({ areas }: WeeklyMeeting, calls: WallCalls | null): Stop[] {
  const series = calls?.series ?? [];
  const known = new Set(areas.map(({ areaId }) => areaId));
  const others = (calls?.areas ?? []).filter(({ areaId }) => !known.has(areaId));
  return [
    ...areas.map((area) => ({ ...area, series: series.filter(({ areaId }) => areaId === area.areaId) })),
    ...others.map(({ areaId, name }) => ({
      ...{ areaId, name, concerns: [], referrals: [], group: null, escalations: [] },
      series: series.filter((each) => each.areaId === areaId),
    })),
  ];
}

/** The group's clock, where it asks for somebody's attention. */
export function groupTrouble({ group }: Stop): 'late' | 'soon' | 'missed' | null {
  if (group?.state === 'late' || group?.state === 'soon') return group.state;
  return group?.isMissed && group.state !== 'done' ? 'missed' : null;
}

export const hasSomething = (stop: Stop): boolean =>
  stop.series.length + stop.concerns.length + stop.referrals.length > 0 ||
  stop.escalations.some(isWaiting) ||
  (stop.group?.promises ?? []).some(({ days }) => days > 0) ||
  groupTrouble(stop) !== null;

/** How long the oldest thing of an area has waited, in days. */
export function longestOf({ concerns, referrals, group, escalations }: Stop, today: string): number {
  const sent = escalations
    .filter(isWaiting)
    .flatMap(({ notices }) => notices.map(({ sentAt }) => daysBetween(sentAt, today)));
  const days = [...concerns, ...referrals, ...(group?.promises ?? [])].map((each) => each.days);
  const late = group?.state === 'late' ? [Math.abs(group.daysLeft ?? 0)] : [];
  return Math.max(0, ...days, ...late, ...sent);
}

/** Those with something, longest waiting first, then by name. */
export const waitingStops = (stops: readonly Stop[], today: string): Stop[] =>
  stops.filter(hasSomething).sort((a, b) => longestOf(b, today) - longestOf(a, today) || a.name.localeCompare(b.name));
