import { blockName } from '#data/codes/block-name.ts';
import css from './detail.module.css';
import type { Evidence } from './use-evidence.ts';
import { words } from './words.ts';

const SHOWN = 6;

/** Places with two or more of the week's calls, beside what they had in the eight weeks before. */
export function RepeatedPlaces({ evidence: { series, week, beforePlaces } }: { evidence: Evidence }) {
  const repeated = (week.findings[0]?.places ?? []).filter(({ count: n }) => n >= 2).slice(0, SHOWN);
  const before = new Map(beforePlaces.map(({ placeKey, count: n }) => [placeKey, n]));
  const rest = series.observed - repeated.reduce((sum, { count: n }) => sum + n, 0);
  return (
    <section>
      <h2 className={css.heading}>{words.places}</h2>
      {repeated.length === 0 ? (
        <p className="caption">{words.noPlaces}</p>
      ) : (
        <table className={css.places}>
          <tbody>
            {repeated.map(({ placeKey, label, count: n }) => (
              <tr key={placeKey}>
                <th scope="row">{blockName(label)}</th>
                <td>
                  <b>{n}</b>
                </td>
                <td className="caption">{words.beforeAt(before.get(placeKey) ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {repeated.length > 0 && rest > 0 && <p className="caption">{words.otherPlaces(rest)}</p>}
    </section>
  );
}
