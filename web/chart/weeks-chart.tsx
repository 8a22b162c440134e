import './chart.css';
import { useState } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { WeekPoint } from '#web/compute/door.ts';
import { countsAxis, datesAxis } from './axes.ts';
import { EventMarks, eventsHeight, type WeekEvent } from './event-marks.tsx';
import { countTicks, longDate, shortDate, toAxis, weekTicks } from './week-axis.ts';
import { markOf, WeekDot } from './week-marks.tsx';

type Props = {
  points: readonly WeekPoint[];
  label: string; // what the chart shows, for readers who do not see it
  height?: number;
  picked?: { from: string; to: string } | null;
  onPickRange?: (from: string, to: string) => void; // Mondays of the first and last picked week
  marks?: readonly WeekEvent[];
};

/** Calls per week as a line on the usual range, drawn as steps. Weeks still arriving are dashed. */
export function WeeksChart({ points, label, height = 150, picked, onPickRange, marks = [] }: Props) {
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return <p className="cap">No weeks in this window.</p>;
  const lastFull = points.findLast((p) => p.complete);
  const isNamed = (p: WeekPoint) => p === lastFull && (markOf(p) !== 'none' || points.length <= 60);
  const rows = points.map((point, i) => toRow(point, points[i + 1], isNamed(point)));
  const largest = Math.max(1, ...points.map((p) => Math.max(p.count, p.high ?? 0)));
  const yTicks = countTicks(largest);
  const xTicks = weekTicks(first.week, last.week);
  const weekAt = (x: number) =>
    points.reduce((a, b) => (Math.abs(toAxis(b.week) - x) < Math.abs(toAxis(a.week) - x) ? b : a));
  const finish = () => {
    if (drag !== null && onPickRange) {
      const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
      onPickRange(weekAt(from).week, weekAt(to).week);
    }
    setDrag(null);
  };
  const box = drag ?? (picked ? { from: toAxis(picked.from), to: toAxis(picked.to) } : null);
  return (
    <figure className="weeks" aria-label={label} data-pickable={onPickRange !== undefined}>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart
          data={rows}
          margin={{ top: 16 + eventsHeight(marks), right: 14, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          onMouseDown={(e) =>
            onPickRange && typeof e.activeLabel === 'number' && setDrag({ from: e.activeLabel, to: e.activeLabel })
          }
          onMouseMove={(e) => drag && typeof e.activeLabel === 'number' && setDrag({ ...drag, to: e.activeLabel })}
          onMouseUp={finish}
          onMouseLeave={() => setDrag(null)}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis {...datesAxis(xTicks)} />
          <YAxis {...countsAxis(yTicks)} />
          {box && <ReferenceArea x1={box.from} x2={box.to} className="weeks-picked" />}
          <Area
            dataKey="range"
            type="step"
            fill="var(--chart-band)"
            stroke="var(--chart-band-edge)"
            strokeWidth={0.9}
            fillOpacity={1}
            activeDot={false}
            isAnimationActive={false}
            connectNulls={false}
          />
          {marks.length > 0 && <EventMarks events={marks} />}
          <Line
            dataKey="arriving"
            stroke="var(--chart-mark)"
            strokeWidth={1.4}
            strokeDasharray="2.5 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="count"
            stroke="var(--chart-mark)"
            strokeWidth={1.5}
            isAnimationActive={false}
            activeDot={false}
            dot={({ key, ...dot }) => <WeekDot key={key} {...dot} dense={points.length > 70} />}
          >
            <LabelList dataKey="lastLabel" position="top" className="last-count" offset={8} />
          </Line>
          <Line
            dataKey="running"
            stroke="none"
            isAnimationActive={false}
            activeDot={false}
            dot={({ key, ...dot }) => <WeekDot key={key} {...dot} dense={false} />}
          />
        </ComposedChart>
      </ResponsiveContainer>
      <WeeksTable points={points} label={label} />
    </figure>
  );
}

/** The three lines of the chart: what is complete, what is still arriving, and the dash that joins them. */
function toRow(point: WeekPoint, next: WeekPoint | undefined, isNamed: boolean) {
  const joinsDashed = point.complete && next !== undefined && !next.complete;
  return {
    point,
    at: toAxis(point.week),
    range: point.low === null || point.high === null ? null : [point.low, point.high],
    count: point.complete ? point.count : null,
    running: point.complete ? null : point.count,
    arriving: !point.complete || joinsDashed ? point.count : null,
    lastLabel: isNamed ? point.count : null,
  };
}

/** The same weeks as a table, for readers who do not see the picture. */
function WeeksTable({ points, label }: { points: readonly WeekPoint[]; label: string }) {
  const first = points[0];
  const last = points.at(-1);
  return (
    <div className="for-readers">
      <table>
        <caption>
          {label}. {first && longDate(first.week)} to {last && longDate(last.week)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col">Calls</th>
            <th scope="col">Usual range</th>
          </tr>
        </thead>
        <tbody>
          {points.slice(-12).map((p) => (
            <tr key={p.week}>
              <th scope="row">{shortDate(p.week)}</th>
              <td>
                {p.count}
                {p.complete ? '' : ', not complete'}
              </td>
              <td>{p.low === null || p.high === null ? 'not judged' : `${p.low} to ${p.high}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
