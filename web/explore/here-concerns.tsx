import type { Filter } from '#data/schema/filter.ts';
import { ConcernLine } from '#web/ask/concern-line.tsx';
import { isShownIn, isWaiting } from '#web/ask/concerns.ts';
import { useConcerns } from '#web/ask/use-concerns.ts';
import css from './area-panel.module.css';
import { words } from './words.ts';

/** What residents of the area say, open ones first; the kinds follow the filter. */
export function HereConcerns({ areaId, filter }: { areaId: string; filter: Filter }) {
  const here = useConcerns(filter.layer)
    .filter((concern) => concern.areaIds.includes(areaId) && isShownIn(concern, filter))
    .filter(({ category }) => filter.categories.length === 0 || filter.categories.includes(category))
    .sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  if (here.length === 0) return null;
  return (
    <div className={css.block}>
      <h3>
        {words.concernsHere} <i>{here.length}</i>
      </h3>
      {here.slice(0, 6).map((concern) => (
        <ConcernLine key={concern.concernId} concern={concern} />
      ))}
      {here.length > 6 && <p className="caption">{words.more(here.length - 6)}</p>}
    </div>
  );
}
