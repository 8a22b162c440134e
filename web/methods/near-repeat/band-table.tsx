import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import { chance } from '#web/methods/frame/chance.ts';
import css from './band-table.module.css';
import { words } from './words.ts';

/** Distance bands down, time bands across. */
export function BandTable({ bands, clear }: { bands: readonly NearRepeatBand[]; clear: number }) {
  if (bands.length === 0) return null;
  const times = [...new Set(bands.map(({ fromDays, toDays }) => words.days(fromDays, toDays)))];
  const rows = Array.from({ length: bands.length / times.length }, (_, row) =>
    bands.slice(row * times.length, (row + 1) * times.length),
  );
  return (
    <div>
      <table className={css.bands}>
        <caption className="caption">{words.bands}</caption>
        <thead>
          <tr>
            <th scope="col">{words.distance}</th>
            {times.map((time) => (
              <th key={time} scope="col">
                {time}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]?.toMeters}>
              <th scope="row">
                {row[0]?.toMeters === 0
                  ? words.samePlace
                  : words.meters(row[0]?.fromMeters ?? 0, row[0]?.toMeters ?? 0)}
              </th>
              {row.map((band) => (
                <td key={band.toDays} title={`p ${chance(band.p)}`}>
                  {band.p <= clear ? <strong>{inCell(band)}</strong> : inCell(band)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{words.bold}</p>
    </div>
  );
}

const inCell = ({ ratio, observed }: NearRepeatBand): string =>
  ratio === null ? words.noRatio(observed) : words.cell(ratio, observed);
