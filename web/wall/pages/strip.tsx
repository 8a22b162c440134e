import { useId } from 'react';
import type { WallSeries } from '#data/schema/wall.ts';
import { Hatch } from './hatch.tsx';
import { useBox, usePageSize } from './page-size.ts';
import css from './strip.module.css';

/** A count on its usual range. All strips of a page share `most`; the words beside it say the same. */
export function Strip({ series: { observed, low, high, verdict }, most }: { series: WallSeries; most: number }) {
  const [ref, box] = useBox<HTMLDivElement>();
  const { u } = usePageSize();
  return (
    <div ref={ref} className={css.strip} aria-hidden="true">
      {box && low !== null && high !== null && (
        <Drawn {...{ observed, low, high, verdict, most, width: box.width, u }} />
      )}
    </div>
  );
}

type Props = Record<'low' | 'high' | 'most' | 'width' | 'u', number> & Pick<WallSeries, 'observed' | 'verdict'>;

function Drawn({ observed, low, high, verdict, most, width, u }: Props) {
  const x = (count: number) => (count / (1.12 * most)) * width;
  const hatch = useId();
  const reach = 15 * u;
  const at = Math.max(reach, x(observed ?? 0));
  const middle = 15 * u;
  return (
    <svg width={width} height={30 * u} className={css.drawn} aria-hidden="true">
      <path d={`M0 ${middle}H${width}`} className={css.axis} />
      <rect
        x={x(low)}
        y={3 * u}
        width={Math.max(4 * u, x(high) - x(low))}
        height={24 * u}
        rx={3 * u}
        className={css.range}
      />
      {observed === null && (
        <>
          <Hatch id={hatch} u={u} />
          <rect x={0} y={7 * u} width={x(4)} height={16 * u} fill={`url(#${hatch})`} className={css.withheld} />
        </>
      )}
      {observed !== null && verdict === 'unusual' && (
        <path
          d={`M${at} ${middle - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`}
          className={css.out}
        />
      )}
      {observed !== null && verdict === 'watch' && (
        <>
          <rect x={at - 11 * u} y={middle - 11 * u} width={22 * u} height={22 * u} className={css.watch} />
          <rect x={at - 11 * u} y={middle} width={22 * u} height={11 * u} className={css.out} />
        </>
      )}
      {observed !== null && verdict === 'usual' && <circle cx={at} cy={middle} r={9 * u} className={css.usual} />}
    </svg>
  );
}
