import { blockName } from '#data/codes/block-name.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Explored } from '#web/compute/door.ts';
import { count } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import { words } from './words.ts';

const SHOWN = 6;

/** The places most calls came from: one loud address reads like a busy area. */
export function PlacesBlock({ explored }: { explored: Explored }) {
  const { filter, change } = useView();
  const repeated = explored.places.filter(({ count: n }) => n >= 2);
  const shown = repeated.filter(({ placeKey }, at) => at < SHOWN || filter.places.includes(placeKey));
  const inShown = shown.reduce((sum, { count: n }) => sum + n, 0);
  const toggle = (placeKey: string) =>
    change({
      filter: {
        places: filter.places.includes(placeKey)
          ? filter.places.filter((each) => each !== placeKey)
          : [...filter.places, placeKey],
      },
    });
  return (
    <div className={css.block}>
      <h3>
        {words.places} <i>{words.placesNote}</i>
      </h3>
      {shown.length === 0 && <p className="caption">{words.noPlaces}</p>}
      <table className={css.rows}>
        <tbody>
          {shown.map(({ placeKey, label, count: n }) => (
            <tr key={placeKey} data-picked={filter.places.includes(placeKey)}>
              <th scope="row">
                <button type="button" aria-pressed={filter.places.includes(placeKey)} onClick={() => toggle(placeKey)}>
                  {blockName(label)}
                </button>
              </th>
              <td className={css.n}>{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {filter.places.length === 0 && explored.calls > inShown && (
        <p className={`caption ${css.note}`}>{words.otherPlaces(explored.calls - inShown)}</p>
      )}
    </div>
  );
}
