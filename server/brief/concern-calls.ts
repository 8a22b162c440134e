import { toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import { predictWeek } from '#analysis/spike/predict-week.ts';
import type { ReportCalls } from '#data/schema/records/report-view.ts';
import type { ConcernGround } from '#server/store/concern-grounds.ts';
import { readCallSpan } from './call-span.ts';
import { type Near, PUBLIC_KINDS, withOpenCalls } from './open-calls.ts';

const WEEKS_SHOWN = 26; // the quarter and the one before it

/** The calls beside each concern, up to a day. A concern of a kind that is never public has none. */
export async function callsBeside(
  home: string,
  concerns: readonly ConcernGround[],
  upTo: string,
): Promise<ReportCalls[]> {
  const span = await readCallSpan(home);
  if (span === null || concerns.length === 0) return [];
  const lastDay = toDayNumber(upTo < span.lastDay ? upTo : span.lastDay);
  const firstWeek = weekOf(toDayNumber(span.firstDay) + 6);
  const weekCount = (weekOf(lastDay + 1) - firstWeek) / 7;
  if (weekCount < 1) return [];
  return withOpenCalls(span, async ({ within, isMonthly }) => {
    if (isMonthly) return [];
    const read = new Map<string, Near>();
    const found: ReportCalls[] = [];
    for (const one of concerns) {
      const kind = PUBLIC_KINDS.findIndex(({ category }) => category === one.category);
      const label = PUBLIC_KINDS[kind]?.label;
      if (label === undefined) continue;
      const near = read.get(one.groupId) ?? (await within(one.geometry));
      read.set(one.groupId, near);
      found.push(toCalls(one, label, weekly(near, kind, firstWeek, weekCount), firstWeek));
    }
    return found;
  });
}

function weekly(near: Near, kind: number, firstWeek: number, weekCount: number): number[] {
  const counts = new Array<number>(weekCount).fill(0);
  for (const [i, each] of near.kind.entries()) {
    const week = Math.floor(((near.firstDay[i] ?? 0) - firstWeek) / 7);
    if (each === kind && week >= 0 && week < weekCount) counts[week] = (counts[week] ?? 0) + 1;
  }
  return counts;
}

function toCalls(
  { concernId, groupName, heardOn }: ConcernGround,
  label: string,
  counts: readonly number[],
  firstWeek: number,
): ReportCalls {
  const from = Math.max(0, counts.length - WEEKS_SHOWN);
  const weeks = counts.slice(from).map((count, i) => {
    const usual = predictWeek(counts.slice(0, from + i), SPIKE_DEFAULTS);
    const week = toLocalDate(firstWeek + 7 * (from + i));
    return { week, count, low: usual?.low ?? null, high: usual?.high ?? null, complete: true as const };
  });
  return { concernId, label, groupName, heardOn, weeks, said: inWords(weeks) };
}

/** "7 of the last 8 weeks usual; the last one 23, where 8 to 17 is usual." */
function inWords(weeks: ReportCalls['weeks']): string {
  const recent = weeks.slice(-8);
  const judged = recent.filter(({ low }) => low !== null);
  const last = recent.at(-1);
  if (last === undefined || judged.length === 0)
    return `${last?.count ?? 0} in the last week; what is usual is not known yet.`;
  const usual = judged.filter(({ count, low, high }) => count >= (low ?? 0) && count <= (high ?? 0)).length;
  const range = last.low === null ? '' : `, where ${last.low} to ${last.high} is usual`;
  const many = usual === judged.length ? 'All' : usual;
  return `${many} of the last ${judged.length} weeks usual; the last one ${last.count}${range}.`;
}
