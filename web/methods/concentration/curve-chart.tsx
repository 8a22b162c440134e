import type { Concentration } from '#analysis/concentration/concentration.ts';
import css from '#web/methods/frame/curve.module.css';
import { words } from './words.ts';

const WIDTH = 320;
const HEIGHT = 180;
const FOOT = 18; // for the axis

/** The 80-20 curve beside that of calls spread as evenly as can be. */
export function CurveChart({ found, label }: { found: Concentration; label: string }) {
  const at = (places: number, calls: number) => `${places * WIDTH},${(1 - calls) * (HEIGHT - FOOT)}`;
  const eighty = found.placesFor80 / found.places;
  return (
    <svg className={css.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polyline className={css.axis} points={`${at(0, 1)} ${at(0, 0)} ${at(1, 0)}`} />
      <polyline className={css.mark} points={`${at(0, 0)} ${at(found.even, 1)} ${at(1, 1)}`} />
      <polyline className={css.mark} points={`${at(0, 0.8)} ${at(eighty, 0.8)} ${at(eighty, 0)}`} />
      <polyline className={css.curve} points={found.curve.map(({ places, calls }) => at(places, calls)).join(' ')} />
      <text className={css.label} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {words.placesAxis}
      </text>
      <text className={css.label} x={4} y={12}>
        {words.callsAxis}
      </text>
    </svg>
  );
}
