import { blockName } from '#data/codes/block-name.ts';
import { clockInWords, weekdayInWords } from '#web/ask/date-words.ts';
import { typeName } from '#web/ask/kinds.ts';
import type { CallRow } from '#web/compute/door.ts';
import css from './detail.module.css';
import { words } from './words.ts';

const SHOWN = 12;

/** The calls themselves, the newest first. */
export function CallsTable({ calls, missing }: { calls: readonly CallRow[]; missing: number }) {
  const newest = [...calls].sort((a, b) => b.receivedLocal.localeCompare(a.receivedLocal));
  return (
    <section>
      <h2 className={css.heading}>{words.itsCalls}</h2>
      <table className={css.places}>
        <tbody>
          {newest.slice(0, SHOWN).map(({ id, receivedLocal, timePrecision, typeCode, addressBlock }) => (
            <tr key={id}>
              <th scope="row">{addressBlock === null ? words.noPlace : blockName(addressBlock)}</th>
              <td className="caption">{typeName(typeCode)}</td>
              <td className="caption">
                {weekdayInWords(receivedLocal)}
                {timePrecision === 'minute' && `, ${clockInWords(receivedLocal)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest.length > SHOWN && <p className="caption">{words.moreCalls(newest.length - SHOWN)}</p>}
      {missing > 0 && <p className="caption">{words.missingCalls(missing)}</p>}
    </section>
  );
}
