import type { ZoneClock } from './zone-clock.ts';

type Step = { from: number; offset: number | null }; // milliseconds of the clock asked; offset null: never happened

/** SQL for local minus UTC in microseconds, of a local timestamp; null in an hour that the clocks skipped. */
export function localOffsetSql(clock: ZoneClock, local: string): string {
  const steps: Step[] = [{ from: Number.NEGATIVE_INFINITY, offset: clock.firstOffset }];
  for (const { utc, before, after } of clock.changes) {
    // The repeated hour is read as its first pass, so going back takes effect at its end.
    steps.push({ from: utc + before, offset: after > before ? null : after });
    if (after > before) steps.push({ from: utc + after, offset: after });
  }
  return treeSql(steps, local);
}

/** SQL for local minus UTC in microseconds, of a UTC timestamp. */
export function utcOffsetSql(clock: ZoneClock, utc: string): string {
  const steps: Step[] = [
    { from: Number.NEGATIVE_INFINITY, offset: clock.firstOffset },
    ...clock.changes.map((change) => ({ from: change.utc, offset: change.after })),
  ];
  return treeSql(steps, utc);
}

/** Halves the steps at each CASE: seven comparisons a row for a century of clock changes. */
function treeSql(steps: readonly Step[], value: string): string {
  const middle = steps[steps.length >> 1];
  if (steps.length === 1 || !middle) {
    const offset = steps[0]?.offset ?? null;
    return offset === null ? 'null::bigint' : `${offset * 1000}::bigint`;
  }
  const earlier = treeSql(steps.slice(0, steps.length >> 1), value);
  const later = treeSql(steps.slice(steps.length >> 1), value);
  return `case when ${value} < timestamp '${toSqlTime(middle.from)}' then ${earlier} else ${later} end`;
}

export const toSqlTime = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
