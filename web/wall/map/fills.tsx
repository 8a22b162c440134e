import type { WallVerdict } from '#data/schema/wall.ts';
import css from './wall-map.module.css';

/** The other half of ground that an unusual area shares with one of another verdict. */
const BESIDE = { usual: css.usual, watch: css['watch-stripe'] };

/** The fill of each verdict, and of ground that areas of two verdicts share. `prefix` keeps the names of one map apart. */
export function Fills({ prefix, u }: { prefix: string; u: number }) {
  const side = 14 * u;
  const wide = 36 * u;
  return (
    <defs>
      <pattern
        id={`${prefix}watch`}
        width={side}
        height={side}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={side} height={side} className={css['watch-ground']} />
        <rect width={5 * u} height={side} className={css['watch-stripe']} />
      </pattern>
      <pattern id={`${prefix}not-judged`} width={side} height={side} patternUnits="userSpaceOnUse">
        <rect width={side} height={side} className={css['dotted-ground']} />
        <circle cx={side / 2} cy={side / 2} r={1.8 * u} className={css.dot} />
      </pattern>
      {Object.entries(BESIDE).map(([verdict, fill]) => (
        <pattern
          key={verdict}
          id={`${prefix}shared-${verdict}`}
          width={wide}
          height={wide}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width={wide} height={wide} className={css.unusual} />
          <rect width={wide / 2} height={wide} className={fill} />
        </pattern>
      ))}
    </defs>
  );
}

/** The `fill` of an area by its verdict. */
export const fillOf = (prefix: string, verdict: WallVerdict): string | undefined =>
  verdict === 'watch' || verdict === 'not-judged' ? `url(#${prefix}${verdict})` : undefined;

export const classOf = (verdict: WallVerdict): string | undefined =>
  verdict === 'unusual' || verdict === 'usual' ? css[verdict] : undefined;
