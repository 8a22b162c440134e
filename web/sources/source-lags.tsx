import type { Manifest } from '#data/schema/manifest.ts';
import css from './sources-screen.module.css';
import { words } from './words.ts';

/** How many of the last days of each source are still arriving, and whether that was learned or is its profile's word. */
export function SourceLags({ manifest: { sources, reportingLagDays } }: { manifest: Manifest }) {
  return (
    <>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col" className="number">
              {words.lastDays}
            </th>
            <th scope="col">{words.knownBy}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, title, reportingLag, expectedEveryHours }) => (
            <tr key={source}>
              <th scope="row">{title}</th>
              <td className="number">{reportingLag?.days ?? reportingLagDays}</td>
              <td>
                {reportingLag?.basis === 'estimate'
                  ? words.learned(reportingLag.calls, reportingLag.deliveries)
                  : expectedEveryHours === null
                    ? words.ofProfileFinished
                    : words.ofProfile(reportingLag?.deliveries ?? 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="caption">{words.lag(reportingLagDays)}</p>
    </>
  );
}
