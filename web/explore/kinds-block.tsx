import { useState } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { stripScale, weekInWords } from '#web/ask/verdicts.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import type { Explored, SeriesVerdict } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import { words } from './words.ts';

const SHOWN = 6;

/**
 * Kinds of call, most calls first, and those out of their range before they would be cut
 * off. In an area each stands on its own usual range; the city as a whole has none here.
 */
export function KindsBlock({ explored, area }: { explored: Explored; area: string | null }) {
  const { session } = useDesk();
  const { filter } = useView();
  const spikes = useSpikes();
  const [isWhole, setWhole] = useState(false);
  const judged = new Map(
    (spikes.found?.findings ?? []).filter(({ areaId }) => areaId === area).map((each) => [each.category, each]),
  );
  const kinds = [...explored.categories].sort(
    (a, b) => b.count - a.count || kindName(a.category).localeCompare(kindName(b.category)),
  );
  const mustShow = ({ category }: { category: string }) =>
    filter.categories.includes(category) || isOut(judged.get(category));
  const shown = isWhole ? kinds : kinds.filter((kind, at) => at < SHOWN || mustShow(kind));
  const rest = kinds.filter((kind) => !shown.includes(kind) && kind.count > 0);
  const scale = stripScale(
    [...judged.values()].filter(({ category }) => shown.some((kind) => kind.category === category)),
  );
  const most = kinds[0]?.count ?? 0;
  return (
    <div className={css.block}>
      <h3>
        {words.kindsOfCall} {area !== null && <i>{words.kindsStrip(weekInWords(spikes.week, session.nowLocal))}</i>}
      </h3>
      <table className={css.rows}>
        <tbody>
          {shown.map(({ category, count: n }) => (
            <KindRow
              key={category}
              category={category}
              n={n}
              most={most}
              judged={judged.get(category)}
              scale={scale}
              isArea={area !== null}
            />
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <p className={`caption ${css.note}`}>
          {words.otherCalls(
            rest.reduce((sum, kind) => sum + kind.count, 0),
            rest.length,
          )}{' '}
          <Button look="quiet" small onClick={() => setWhole(true)}>
            {words.allKinds}
          </Button>
        </p>
      )}
    </div>
  );
}

const isOut = (judged: SeriesVerdict | undefined): boolean =>
  judged !== undefined && (judged.verdict === 'unusual' || judged.verdict === 'watch');

function KindRow({
  category,
  n,
  most,
  judged,
  scale,
  isArea,
}: {
  category: string;
  n: number;
  most: number;
  judged: SeriesVerdict | undefined;
  scale: number;
  isArea: boolean;
}) {
  const { filter, change } = useView();
  const isPicked = filter.categories.includes(category);
  const toggle = () =>
    change({
      filter: {
        categories: isPicked ? filter.categories.filter((each) => each !== category) : [...filter.categories, category],
      },
    });
  return (
    <tr data-picked={isPicked}>
      <th scope="row">
        <button type="button" aria-pressed={isPicked} onClick={toggle}>
          {kindName(category)}
        </button>
      </th>
      <td className={css.n}>{count(n)}</td>
      <td className={css.barCell}>
        {isArea && judged && <RangeStrip {...judged} max={scale} />}
        {!isArea && <span className={css.bar} style={{ width: `${most === 0 ? 0 : (100 * n) / most}%` }} />}
      </td>
      {isArea && (
        <td>
          <VerdictMark verdict={judged?.verdict ?? 'not-judged'} />
        </td>
      )}
    </tr>
  );
}
