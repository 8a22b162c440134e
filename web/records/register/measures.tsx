import { judgeChange, type Measure } from '#analysis/change/change.ts';
import { count } from '#web/ui/words.ts';
import css from './entry.module.css';

type Row = Measure & { what: string };

const SAID = {
  'too-early': 'Too early to say.',
  'no-clear-change': 'No clear change.',
  fewer: 'Fewer than expected.',
  more: 'More than expected.',
};

/** What was expected, what was seen, and whether that is a change (B.6). */
export function Measures({ value }: { value: unknown }) {
  const rows: readonly Row[] = Array.isArray(value) ? value : [];
  if (rows.length === 0) return <p className={css.unsaid}>Nothing was measured yet.</p>;
  return rows.map((row) => {
    const { verdict, observed, expected, low, high } = judgeChange(row);
    const compared = row.compareBefore !== null && row.compareAfter !== null;
    return (
      <div key={row.what} className={css.measure}>
        <p>
          <b>{row.what}.</b> {SAID[verdict]}
        </p>
        <p className="caption">
          {`Expected ${count(Math.round(expected))}, usual range ${count(Math.round(low))} to ${count(Math.round(high))}; seen ${count(observed)} in ${row.afterWeeks} weeks, ${count(row.before)} in the ${row.beforeWeeks} before. `}
          {compared
            ? `Comparison: ${count(row.compareBefore ?? 0)}, then ${count(row.compareAfter ?? 0)}.`
            : 'No comparison area was counted.'}
        </p>
      </div>
    );
  });
}
