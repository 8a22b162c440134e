import type { GroundKind, GroundParts } from './ground-parts.ts';
import { type Frame, project } from './mercator.ts';
import css from './wall-map.module.css';

const BENEATH: readonly GroundKind[] = ['land', 'park'];

/** Land and parks beneath the fill of areas, or water, streets and rail over it. */
export function GroundLayer({ parts, frame, part }: { parts: GroundParts; frame: Frame; part: 'beneath' | 'over' }) {
  const { bounds, view, paths } = parts;
  const [left, top] = project(frame, bounds[0], bounds[3]);
  const [right, bottom] = project(frame, bounds[2], bounds[1]);
  const [sx, sy] = [(right - left) / view.width, (bottom - top) / view.height];
  const place = `matrix(${sx} 0 0 ${sy} ${left - view.x * sx} ${top - view.y * sy})`;
  const shown = paths.filter(({ kind }) => BENEATH.includes(kind) === (part === 'beneath'));
  return (
    <g transform={place}>
      {shown.map(({ kind, d, isLine }) => (
        <path key={`${kind}${isLine}`} d={d} className={css[kind === 'water' && isLine ? 'water-line' : kind]} />
      ))}
    </g>
  );
}
