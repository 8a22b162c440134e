import './chart.css';
import { CartesianGrid, ComposedChart, LabelList, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { countsAxis, datesAxis } from './axes.ts';
import { countTicks, longDate, shortDate, toAxis, weekTicks } from './week-axis.ts';
import { MarkShape } from './week-marks.tsx';

/** A value on a day, or in the week that begins on it, and what it is held against. */
export type LimitPoint = {
  at: string; // local date
  value: number;
  limit: number | null; // null: nothing to hold it against
  mark: 'none' | 'watch' | 'unusual';
};

type Props = {
  points: readonly LimitPoint[];
  label: string; // what the line and the dashed limit are; stands above them
  heads: { at: string; value: string; limit: string }; // of the table for readers
  height?: number;
};

/** Values as a line, their limit as dashed steps, and a sign where they stand out. */
export function LimitChart({ points, label, heads, height = 150 }: Props) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const yTicks = countTicks(Math.max(1, ...points.map(({ value, limit }) => Math.max(value, limit ?? 0))));
  const xTicks = weekTicks(first.at, last.at);
  const rows = points.map((point) => ({
    point,
    at: toAxis(point.at),
    value: point.value,
    limit: point.limit,
    lastLabel: point === last ? Math.round(10 * point.value) / 10 : null,
  }));
  return (
    <figure className="weeks">
      <figcaption className="caption">{label}</figcaption>
      <ResponsiveContainer width="100%" height={height}>
        <ComposedChart data={rows} margin={{ top: 16, right: 14, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis {...datesAxis(xTicks)} />
          <YAxis {...countsAxis(yTicks)} />
          <Line
            dataKey="limit"
            type="step"
            stroke="var(--chart-axis)"
            strokeWidth={1.4}
            strokeDasharray="4 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="value"
            stroke="var(--chart-mark)"
            strokeWidth={1.5}
            activeDot={false}
            isAnimationActive={false}
            dot={({ key, ...dot }) => <LimitDot key={key} {...dot} dense={points.length > 70} />}
          >
            <LabelList dataKey="lastLabel" position="top" className="last-count" offset={8} />
          </Line>
        </ComposedChart>
      </ResponsiveContainer>
      <LimitTable points={points} label={label} heads={heads} />
    </figure>
  );
}

type DotProps = { cx?: number; cy?: number; payload?: { point: LimitPoint }; dense: boolean };

function LimitDot({ cx, cy, payload, dense }: DotProps) {
  if (cx === undefined || cy === undefined || payload === undefined) return null;
  const { mark } = payload.point;
  if (mark !== 'none') return <MarkShape cx={cx} cy={cy} mark={mark} />;
  return dense ? null : <circle cx={cx} cy={cy} r={1.8} className="week-dot" />;
}

/** The same values as a table, for readers who do not see the picture. */
function LimitTable({ points, label, heads }: Pick<Props, 'points' | 'label' | 'heads'>) {
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div className="for-readers">
      <table>
        <caption>
          {label}. {first && longDate(first.at)} to {last && longDate(last.at)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{heads.at}</th>
            <th scope="col">{heads.value}</th>
            <th scope="col">{heads.limit}</th>
          </tr>
        </thead>
        <tbody>
          {points.slice(-14).map(({ at, value, limit, mark }) => (
            <tr key={at}>
              <th scope="row">{shortDate(at)}</th>
              <td>
                {value.toFixed(Number.isInteger(value) ? 0 : 1)}
                {mark === 'none' ? '' : ', alarm'}
              </td>
              <td>{limit === null ? 'not judged' : limit.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
