import '#web/chart/chart.css';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { ProjectChange } from '#data/schema/records/project-change.ts';
import { countsAxis, datesAxis } from '#web/chart/axes.ts';
import { countTicks, toAxis, weekTicks } from '#web/chart/week-axis.ts';
import css from './lines-chart.module.css';
import { words } from './words.ts';

type Found = NonNullable<ProjectChange['found']>;
type ZoneLine = Found['lines'][number];

const A_WEEK = 7 * 86_400_000;
const SHOWN = ['treated', 'control', 'ring'] as const; // next to the comparison stands in the rows

/** Weeks before and after, a small chart for each place on one scale: the ground, its comparison, next door. */
export function LinesChart({ found }: { found: Found }) {
  const lines = SHOWN.flatMap((zone) => found.lines.find((line) => line.zone === zone) ?? []);
  const most = Math.max(1, ...lines.flatMap(({ before, after }) => [...before, ...after]));
  return (
    <figure className={css.figure}>
      <figcaption className={css.title}>
        <b>{words.chartTitle}</b>
        <span className={css.key}>
          <span className={css.meanKey}>{words.level}</span>
          <span className={css.bandKey}>{words.expected}</span>
        </span>
      </figcaption>
      <div role="img" aria-label={words.chart(found.weeks)}>
        {lines.map((line, at) => (
          <One
            key={line.zone}
            line={line}
            found={found}
            most={most}
            isFirst={at === 0}
            isLast={at === lines.length - 1}
          />
        ))}
      </div>
    </figure>
  );
}

type OneProps = { line: ZoneLine; found: Found; most: number; isFirst: boolean; isLast: boolean };

function One({ line, found, most, isFirst, isLast }: OneProps) {
  const { zone, before, after } = line;
  const { weeks } = found;
  const [start, acted] = [toAxis(found.before.from), toAxis(found.after.from)];
  const end = acted + weeks * A_WEEK;
  const counts = [...before, ...after];
  const rows = [...counts, counts.at(-1) ?? 0].map((calls, n) => ({
    at: n < weeks ? start + n * A_WEEK : acted + (n - weeks) * A_WEEK,
    calls,
  }));
  const mean = (weekly: readonly number[]) =>
    weekly.reduce((sum, calls) => sum + calls, 0) / Math.max(1, weekly.length);
  const [was, is] = [mean(before), mean(after)];
  const top = countTicks(most).at(-1) ?? 1;
  const xTicks = weekTicks(found.before.from, found.after.to);
  const band =
    zone === 'treated' && found.low !== null && found.high !== null ? [found.low / weeks, found.high / weeks] : null;
  return (
    <div className={css.one} data-zone={zone}>
      <p className={css.name}>
        <b>{found.zones.find((each) => each.zone === zone)?.name}</b>
        <span>
          {words.aWeek(was)}, then {words.aWeek(is)}
        </span>
      </p>
      <ResponsiveContainer width="100%" height={isLast ? 104 : 82}>
        <ComposedChart
          data={rows}
          margin={{ top: isFirst ? 18 : 6, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis {...datesAxis(isLast ? xTicks : [])} domain={[start, end]} height={isLast ? 22 : 1} />
          <YAxis {...countsAxis([0, top])} domain={[0, top]} />
          {band && (
            <ReferenceArea
              x1={acted}
              x2={end}
              y1={band[0] ?? 0}
              y2={band[1] ?? 0}
              className={css.band ?? ''}
              ifOverflow="hidden"
            />
          )}
          <Line
            type="stepAfter"
            dataKey="calls"
            className={css.calls ?? ''}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <ReferenceLine
            segment={[
              { x: start, y: was },
              { x: acted, y: was },
            ]}
            className={css.mean ?? ''}
          />
          <ReferenceLine
            segment={[
              { x: acted, y: is },
              { x: end, y: is },
            ]}
            className={css.mean ?? ''}
          />
          <ReferenceLine
            x={acted}
            className={css.acted ?? ''}
            {...(isFirst
              ? { label: { value: words.began2(found.after.from), position: 'top', className: 'mark-words' } }
              : {})}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
