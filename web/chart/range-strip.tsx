import type { Verdict } from '#data/schema/answer.ts';

type Props = { observed: number; low: number; high: number; max: number; verdict: Verdict; width?: number };

/** One count on its usual range. All strips of a table share `max`; the words beside it say the same. */
export function RangeStrip({ observed, low, high, max, verdict, width = 96 }: Props) {
  if (verdict === 'not-judged') return <span className="strip-none">too few calls</span>;
  const at = (count: number) => 6 + (Math.min(count, max) / Math.max(max, 1)) * (width - 12);
  const x = at(observed);
  return (
    <svg className="strip" width={width} height={16} viewBox={`0 0 ${width} 16`} aria-hidden="true">
      <path d={`M4 8H${width - 4}`} className="strip-axis" />
      <rect x={at(low)} y={4} width={Math.max(2, at(high) - at(low))} height={8} rx={1.5} className="strip-range" />
      {verdict === 'usual' && <circle cx={x} cy={8} r={3} className="strip-usual" />}
      {verdict === 'watch' && (
        <>
          <rect x={x - 3.2} y={4.8} width={6.4} height={6.4} className="strip-watch" />
          <rect x={x - 3.2} y={8} width={6.4} height={3.2} className="strip-out" />
        </>
      )}
      {verdict === 'unusual' && <path d={`M${x} 3.2l4.8 4.8l-4.8 4.8l-4.8 -4.8z`} className="strip-out" />}
    </svg>
  );
}
