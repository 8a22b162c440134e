import { Link } from '@tanstack/react-router';
import { blockName } from '#data/codes/block-name.ts';
import { clockInWords, weekdayInWords } from '#web/ask/date-words.ts';
import { kindName, typeName } from '#web/ask/kinds.ts';
import { PLAIN_VIEW, writeView } from '#web/ask/view.ts';
import { longDate } from '#web/chart/week-axis.ts';
import type { CallRow } from '#web/compute/door.ts';
import css from './calls-list.module.css';
import { words } from './words.ts';

/** "Wed, Dec 9, 1:10 pm", as far as the source tells it. */
export function timeInWords({ receivedLocal, timePrecision }: CallRow): string {
  const day = weekdayInWords(receivedLocal);
  return timePrecision === 'minute' ? `${day}, ${clockInWords(receivedLocal)}` : `${day}, ${words.hourUnknown}`;
}

export const blockOf = ({ addressBlock }: CallRow): string =>
  addressBlock === null ? words.noBlock : blockName(addressBlock);

/** A call in full, and the way to it on the map. */
export function CallFacts({ row }: { row: CallRow }) {
  const { receivedLocal, timePrecision, category, typeCode, disposition, origin, placement, id } = row;
  const clock = timePrecision === 'minute' ? clockInWords(receivedLocal) : words.hourUnknown;
  const facts: [string, string][] = [
    [words.received, `${longDate(receivedLocal.slice(0, 10))}, ${clock}`],
    [words.kind, kindName(category)],
    [words.typed, typeName(typeCode)],
    [words.block, placement === 'placed' ? blockOf(row) : `${blockOf(row)}. ${words.noPlace}`],
    [words.disposition, disposition === null ? words.noDisposition : typeName(disposition)],
    [words.origin, origin === 'officer' ? words.origins.officer : words.origins.public],
    [words.reference, id],
  ];
  return (
    <div className={css.facts}>
      <dl>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <Link to="/" search={addressOf(row)} className="link">
        {words.inExplore}
      </Link>
    </div>
  );
}

/** Explore on the day, the type and the place of one call. */
export function addressOf({ receivedLocal, typeCode, placeKey, origin }: CallRow) {
  const day = receivedLocal.slice(0, 10);
  const filter = {
    ...PLAIN_VIEW.filter,
    origin: origin === 'officer' ? ('officer' as const) : ('public' as const),
    types: [typeCode],
    places: placeKey === null ? [] : [placeKey],
  };
  return writeView({ ...PLAIN_VIEW, filter, window: { from: day, to: day } });
}
