import type { WeekPoint } from '#web/compute/door.ts';

/** The mark of a week on the line: nothing while it is usual, a half square just outside, a diamond well outside. */
export function markOf(point: WeekPoint): 'none' | 'watch' | 'unusual' | 'running' {
  if (!point.complete) return 'running';
  if (point.low === null || point.high === null) return 'none';
  const span = Math.max(1, (point.high - point.low) / 2);
  if (point.count > point.high + span / 2) return 'unusual';
  if (point.count > point.high || point.count < point.low) return 'watch';
  return 'none';
}

type DotProps = { cx?: number; cy?: number; payload?: { point: WeekPoint }; dense: boolean };

/** One week on the line. Usual weeks get a small dot only while there are few enough to tell apart. */
export function WeekDot({ cx, cy, payload, dense }: DotProps) {
  if (cx === undefined || cy === undefined || payload === undefined) return null;
  const mark = markOf(payload.point);
  if (mark === 'running') return <circle cx={cx} cy={cy} r={2.8} className="week-running" />;
  if (mark !== 'none') return <MarkShape cx={cx} cy={cy} mark={mark} />;
  return dense ? null : <circle cx={cx} cy={cy} r={1.8} className="week-dot" />;
}

/** The sign of a value that stands out: a half square, or a diamond. */
export function MarkShape({ cx, cy, mark }: { cx: number; cy: number; mark: 'watch' | 'unusual' }) {
  if (mark === 'unusual')
    return <path d={`M${cx} ${cy - 5}l5 5l-5 5l-5 -5z`} className="week-out" data-mark="unusual" />;
  return (
    <g data-mark="watch">
      <rect x={cx - 3.5} y={cy - 3.5} width={7} height={7} className="week-watch" />
      <rect x={cx - 3.5} y={cy} width={7} height={3.5} className="week-out" />
    </g>
  );
}
