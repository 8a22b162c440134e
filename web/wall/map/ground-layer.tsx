import type { GroundParts, GroundPath } from './ground-parts.ts';
import { type Frame, project } from './mercator.ts';
import css from './wall-map.module.css';

type Props = { parts: GroundParts; paths: readonly GroundPath[]; frame: Frame };

/** Some of the ground's paths where they lie in the picture. Streets thicken with the map, but less than it grows. */
export function GroundLayer({ parts: { bounds, view }, paths, frame }: Props) {
  const [left, top] = project(frame, bounds[0], bounds[3]);
  const [right, bottom] = project(frame, bounds[2], bounds[1]);
  const [sx, sy] = [(right - left) / view.width, (bottom - top) / view.height];
  return (
    <g transform={`matrix(${sx} 0 0 ${sy} ${left - view.x * sx} ${top - view.y * sy})`}>
      {paths.map(({ key, d, fill, stroke, width, isDashed }) => (
        <path
          key={key}
          d={d}
          className={css.ground}
          data-dashed={isDashed}
          style={{ fill, stroke, strokeWidth: `calc(${width} * var(--u) * var(--detail))` }}
        />
      ))}
    </g>
  );
}
