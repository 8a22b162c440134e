const DAY = 86_400_000;

/** Milliseconds of a local date read as if it were UTC: a position on an axis, never an instant. */
export const toAxis = (localDate: string): number => Date.parse(`${localDate}T00:00:00Z`);

const month = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
const dayOfMonth = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: 'UTC',
});

export const shortDate = (localDate: string): string => dayOfMonth.format(toAxis(localDate));
export const longDate = (localDate: string): string => dayOfYear.format(toAxis(localDate));

export type Tick = { at: number; label: string };

/**
 * Ticks for an axis of weeks: the first of every month or every few months when the
 * span is long, Mondays when it is short. January carries its year.
 */
export function weekTicks(firstWeek: string, lastWeek: string, atMost = 5): Tick[] {
  const from = toAxis(firstWeek);
  const to = toAxis(lastWeek);
  const weeks = Math.round((to - from) / (7 * DAY)) + 1;
  if (weeks <= 10) return everyWeek(from, to, Math.ceil(weeks / atMost));
  const firsts: number[] = [];
  const start = new Date(from);
  for (let m = start.getUTCMonth(); ; m++) {
    const at = Date.UTC(start.getUTCFullYear(), m, 1);
    if (at > to) break;
    if (at >= from) firsts.push(at);
  }
  const step = [1, 2, 3, 4, 6, 12, 24, 60].find((each) => Math.ceil(firsts.length / each) <= atMost) ?? 120;
  const monthOf = (at: number) => 12 * new Date(at).getUTCFullYear() + new Date(at).getUTCMonth();
  return firsts.filter((at) => monthOf(at) % step === 0).map((at) => ({ at, label: monthLabel(at) }));
}

function everyWeek(from: number, to: number, step: number): Tick[] {
  const ticks: Tick[] = [];
  for (let at = from; at <= to; at += step * 7 * DAY) ticks.push({ at, label: dayOfMonth.format(at) });
  return ticks;
}

function monthLabel(at: number): string {
  const date = new Date(at);
  return date.getUTCMonth() === 0 ? `${month.format(at)} ${date.getUTCFullYear()}` : month.format(at);
}

/** Top of a count axis and its 3 or 4 ticks, from zero, in whole steps of 1, 2 or 5 times a power of ten. */
export function countTicks(largest: number): number[] {
  const rough = Math.max(largest, 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? 10 * power);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < largest || ticks.length < 2) ticks.push(ticks.length * step);
  return ticks;
}
