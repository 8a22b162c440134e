import { useId } from 'react';
import type { Draft } from './draft.ts';
import { findStreets } from './find-streets.ts';
import css from './intake.module.css';
import type { Known, Street } from './kept-on-phone.ts';
import { NOWHERE, namedIn } from './place-of-words.ts';
import { words } from './words.ts';

type Props = { known: Known; draft: Draft; write: (changed: Partial<Draft>) => void };

/** Words, or a street of the city with its block; what a finger has marked stays while words are typed. */
export function StreetBox({ known, draft, write }: Props) {
  const id = useId();
  const now = namedIn(known.streets, draft.placeWords)?.street;
  const found = findStreets(known.streets, draft.placeWords).filter(
    (street) => now === undefined || (street !== now && street.name.startsWith(now.name)),
  );
  const type = (placeWords: string) => {
    const isSame = nameOf(known, placeWords) === nameOf(known, draft.placeWords);
    write(isSame || isMarked(draft) ? { placeWords } : { ...NOWHERE, placeWords });
  };
  const choose = ({ name }: Street) => {
    const typed = draft.placeWords.match(/^\s*(?:\d+(?:[\s,]+(?:block|blk)\b)?)?/i)?.[0]?.trim();
    write({ ...NOWHERE, placeWords: typed ? `${typed}, ${name}` : name });
  };
  return (
    <div className={css.streets}>
      <label className="visually-hidden" htmlFor={id}>
        {words.street}
      </label>
      <input
        id={id}
        className={css.input}
        value={draft.placeWords}
        placeholder={words.street}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => type(event.currentTarget.value)}
      />
      {found.length > 0 && (
        <ul>
          {found.map((street) => (
            <li key={street.name} className={css.street}>
              <button type="button" onClick={() => choose(street)}>
                {street.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="caption">{words.streetHint}</p>
    </div>
  );
}

function nameOf({ streets }: Known, typed: string): string {
  const named = namedIn(streets, typed);
  return named ? `${named.hundred} ${named.street.name}` : '';
}

const isMarked = ({ place, placeConfidence }: Draft): boolean =>
  place !== null && (placeConfidence === 'exact' || place.type !== 'Point');
