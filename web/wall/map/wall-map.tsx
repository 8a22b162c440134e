import { memo, useId, useMemo } from 'react';
import type { WallArea } from '#data/schema/wall.ts';
import { useBox, usePageSize } from '#web/wall/pages/page-size.ts';
import { useTypeLoaded } from '#web/wall/type/text-width.ts';
import { drawnAreas, sharedGround } from './drawn-area.ts';
import { classOf, Fills, fillOf } from './fills.tsx';
import type { WallGround } from './ground.ts';
import { GroundLayer } from './ground-layer.tsx';
import { groundParts } from './ground-parts.ts';
import { MapLabels } from './map-labels.tsx';
import { frameOf, type GeoBox, type Margin } from './mercator.ts';
import css from './wall-map.module.css';

declare module 'react' {
  interface CSSProperties {
    '--detail'?: number; // how much thicker than on a picture of the whole city streets are drawn
  }
}

type Props = {
  ground: WallGround;
  areas: readonly WallArea[];
  near: ReadonlySet<string> | null; // areas of this picture, the others lie around it; null: all
  box: GeoBox; // seen whole
  named: readonly string[]; // must be named, the most important first
  alsoNamed: readonly string[]; // where the name fits within the area
  label: string; // the picture in words
  margin: Margin; // around the box, in wall pixels
  faded?: Margin; // where the edge fades, and no name stands; in wall pixels
};

const NO_FADE: Margin = { top: 0, right: 0, bottom: 0, left: 0 };

/** The judged areas on the city's ground, by verdict. Drawn once for a board and a size. */
export const WallMap = memo(function WallMap(props: Props) {
  const [ref, box] = useBox<HTMLDivElement>();
  return (
    <div ref={ref} className={css.map}>
      {box && box.width > 0 && box.height > 0 && <Picture {...props} width={box.width} height={box.height} />}
    </div>
  );
});

function Picture({ width, height, ...props }: Props & { width: number; height: number }) {
  const { ground, areas, near, box, named, alsoNamed, label, margin, faded = NO_FADE } = props;
  const { u } = usePageSize();
  const prefix = useId();
  useTypeLoaded(); // names are placed anew once their width is known
  const parts = useMemo(() => groundParts(ground.image), [ground.image]);
  const frame = useMemo(() => frameOf(box, width, height, timesU(margin, u)), [box, width, height, margin, u]);
  const drawn = useMemo(() => drawnAreas(ground, areas, near, frame, u), [ground, areas, near, frame, u]);
  const shared = useMemo(() => sharedGround(drawn), [drawn]);
  const rim = timesU(faded, u);
  const bounds = { left: rim.left, top: rim.top, right: width - rim.right, bottom: height - rim.bottom };
  return (
    <svg
      className={css.picture}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ '--detail': detailOf(frame.scale / u) }}
    >
      <Fills prefix={prefix} u={u} />
      {parts && <GroundLayer parts={parts} paths={parts.beneath} frame={frame} />}
      {drawn.map(({ areaId, d, verdict, isFar }) => (
        <path
          key={areaId}
          d={d}
          fillRule="evenodd"
          className={isFar ? css.other : classOf(verdict)}
          fill={isFar ? undefined : fillOf(prefix, verdict)}
          data-area={areaId}
          data-verdict={isFar ? 'other' : verdict}
        />
      ))}
      {parts && <GroundLayer parts={parts} paths={parts.over} frame={frame} />}
      {drawn.map(
        ({ areaId, d, verdict, isFar }) =>
          verdict === 'unusual' && !isFar && <path key={areaId} d={d} fillRule="evenodd" className={css.veil} />,
      )}
      {shared.map(({ key, lower, upper, other }) => (
        <g key={key}>
          <clipPath id={`${prefix}${key}`}>
            <path d={lower.d} clipRule="evenodd" />
          </clipPath>
          <path
            d={upper.d}
            fillRule="evenodd"
            fill={`url(#${prefix}shared-${other})`}
            clipPath={`url(#${prefix}${key})`}
            data-shared={key}
          />
        </g>
      ))}
      {drawn.map(({ areaId, d, isDashed, isFar }) => (
        <g key={areaId}>
          {!isFar && <path d={d} className={css.casing} />}
          <path d={d} className={css.outline} data-dashed={isDashed} data-far={isFar} />
        </g>
      ))}
      <MapLabels {...{ ground, areas: drawn, named, alsoNamed, frame, bounds, u }} />
    </svg>
  );
}

const timesU = ({ top, right, bottom, left }: Margin, u: number): Margin => ({
  top: top * u,
  right: right * u,
  bottom: bottom * u,
  left: left * u,
});

/** Streets grow with the scale of the map, but less than it. */
function detailOf(scale: number): number {
  const CITY = 3_500_000; // wall pixels to the world's width on a picture of a whole city
  return Math.min(3, Math.max(0.6, Math.sqrt(scale / CITY)));
}
