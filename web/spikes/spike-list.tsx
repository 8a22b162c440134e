import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useSeen } from '#web/ask/use-seen.ts';
import { useView } from '#web/ask/use-view.ts';
import { seriesKey, weekInWords } from '#web/ask/verdicts.ts';
import type { SeriesVerdict } from '#web/compute/door.ts';
import { ProgressBar } from '#web/ui/skeleton.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { BudgetControl } from './budget-control.tsx';
import css from './spike-list.module.css';
import { words } from './words.ts';

type Props = {
  series: readonly SeriesVerdict[];
  current: string | null;
  week: string;
  onPick: (series: SeriesVerdict) => void;
};

export function SpikeList({ series, current, week, onPick }: Props) {
  const { session } = useDesk();
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const { isSeen } = useSeen(week);
  const seen = series.filter((each) => isSeen(seriesKey(each))).length;
  return (
    <nav className={css.list} aria-label={words.title}>
      <header className={css.head}>
        <h2 className={css.title}>{words.list(weekInWords(week, session.nowLocal))}</h2>
        <p className="caption">{words.seen(seen, series.length)}</p>
        <ProgressBar done={seen} total={series.length} label={words.seen(seen, series.length)} />
        <BudgetControl />
      </header>
      <ol className={css.rows}>
        {series.map((each) => {
          const key = seriesKey(each);
          return (
            <li key={key} className={css.row}>
              <button
                type="button"
                className={css.item}
                aria-current={key === current ? 'true' : undefined}
                data-seen={isSeen(key)}
                onClick={() => onPick(each)}
              >
                <VerdictGlyph verdict={each.verdict} />
                <span>
                  <span className={css.name}>{nameOf(each.areaId)}</span>
                  <span className="caption">{kindName(each.category)}</span>
                  <span className="visually-hidden">, {each.verdict}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <p className={`caption ${css.keys}`}>
        {words.keys[0]} <kbd>J</kbd> {words.keys[1]} <kbd>K</kbd> {words.keys[2]}
      </p>
      <p className={`caption ${css.keys}`}>{words.strongest}</p>
    </nav>
  );
}
