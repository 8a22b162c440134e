import css from './hatch.module.css';

/** The fill of a count that is not told: a pattern to be named by `url(#id)`. */
export function Hatch({ id, u }: { id: string; u: number }) {
  return (
    <defs>
      <pattern id={id} width={10 * u} height={10 * u} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={10 * u} height={10 * u} className={css.ground} />
        <rect width={3 * u} height={10 * u} className={css.line} />
      </pattern>
    </defs>
  );
}
