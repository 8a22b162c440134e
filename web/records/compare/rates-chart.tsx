import { shortRate } from '#analysis/fair/said.ts';
import type { Comparison } from '#data/schema/records/comparison.ts';
import css from './rates-chart.module.css';
import { words } from './words.ts';

type Compared = NonNullable<Comparison['compared']>;

/** Two intervals on one axis from zero, each on the band that is usual for that group. In the order asked for. */
export function RatesChart({ comparison, compared }: { comparison: Comparison; compared: Compared }) {
  const { rates, denominator, level } = compared;
  const rows = rates.map((rate) => {
    const own = comparison.groups.find(({ groupId }) => groupId === rate.groupId);
    const per1000 = (calls: number) => (1_000 * calls) / rate.denominator;
    const usual = own?.usual ? { low: per1000(own.usual.low), high: per1000(own.usual.high) } : null;
    return { ...rate, usual };
  });
  const ticks = ticksTo(Math.max(...rows.flatMap(({ high, usual }) => [high, usual?.high ?? 0])));
  const top = ticks.at(-1) ?? 1;
  const at = (per1000: number) => `${(100 * Math.min(per1000, top)) / top}%`;
  const span = (low: number, high: number) => ({ left: at(low), width: `calc(${at(high)} - ${at(low)})` });
  return (
    <figure className={css.figure}>
      <figcaption className={css.title}>{words.pictureOf(comparison.label, denominator)}</figcaption>
      <div className={css.chart} role="img" aria-label={words.picture(comparison.label, denominator)}>
        {rows.map(({ groupId, name, per1000, low, high, usual }) => (
          <div key={groupId} className={css.row}>
            <span className={css.name}>{name}</span>
            <span className={css.track}>
              {ticks.map((tick) => (
                <i key={tick} className={css.grid} style={{ left: at(tick) }} />
              ))}
              {usual && <i className={css.band} style={span(usual.low, usual.high)} />}
              <i className={css.line} style={span(low, high)} />
              <i className={css.dot} style={{ left: at(per1000) }} />
            </span>
            <span className={css.value}>{shortRate(per1000)}</span>
          </div>
        ))}
        <div className={css.row}>
          <span />
          <span className={css.axis}>
            {ticks.map((tick) => (
              <span key={tick} style={{ left: at(tick) }}>
                {tick}
              </span>
            ))}
          </span>
        </div>
      </div>
      <p className={css.key}>
        <span className={css.lineKey}>{words.limits(level)}</span>
        <span className={css.bandKey}>{words.band}</span>
      </p>
    </figure>
  );
}

/** Three or four steps of 1, 2 or 5 times a power of ten; below one call a thousand too. */
function ticksTo(largest: number): number[] {
  const rough = Math.max(largest, 1e-3) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((each) => each >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, n) => Number((n * step).toPrecision(6)));
}
