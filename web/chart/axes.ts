import type { Tick } from './week-axis.ts';

/** The properties of an axis of local dates, a tick by its words. */
export const datesAxis = (ticks: readonly Tick[]) =>
  ({
    dataKey: 'at',
    type: 'number',
    domain: ['dataMin', 'dataMax'],
    ticks: ticks.map(({ at }) => at),
    tickFormatter: (at: number) => ticks.find((tick) => tick.at === at)?.label ?? '',
    tick: { className: 'axis-words' },
    axisLine: { stroke: 'var(--chart-axis)' },
    tickSize: 4,
    interval: 0,
    height: 22,
  }) as const;

/** The properties of an axis of counts, from zero to its last tick. */
export const countsAxis = (ticks: number[]) =>
  ({
    width: 30,
    domain: [0, ticks.at(-1) ?? 1],
    ticks,
    tick: { className: 'axis-words' },
    axisLine: false,
    tickLine: false,
  }) as const;
