import { useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ShadeContext } from '#web/ask/shade.ts';
import { areasAt } from '#web/records/shared/areas-at.ts';
import { Icon } from '#web/ui/icons.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { listed } from '#web/ui/words.ts';
import type { Draft } from './draft.ts';
import { findStreets } from './find-streets.ts';
import css from './intake.module.css';
import type { Known, Street } from './kept-on-phone.ts';
import { readStreets } from './read-streets.ts';
import { SmallMap, type Tapped } from './small-map.ts';
import { words } from './words.ts';

type Props = {
  known: Known;
  draft: Draft;
  write: (changed: Partial<Draft>) => void;
  onStreets: (streets: Street[]) => void;
};

/** Where: a tap, a street by its letters, this phone's position, or words only. */
export function PlaceField({ known, draft, write, onStreets }: Props) {
  const [types, setTypes] = useState(false);
  const point = draft.place?.type === 'Point' ? draft.place.coordinates : null;
  const put = ({ at, street }: Tapped) =>
    write({
      place: { type: 'Point', coordinates: at },
      placeConfidence: 'exact',
      ...(street && !types ? { placeWords: words.near(street) } : {}),
    });
  useStreets(known, onStreets);
  return (
    <section className={css.part}>
      <div className={css.label}>
        <h2 id="where">{words.where}</h2>
        <button type="button" className={css.link} onClick={() => setTypes(!types)}>
          {types ? words.useMap : words.typeStreet}
        </button>
      </div>
      {types && <StreetBox known={known} draft={draft} write={write} />}
      <div className={css.place}>
        <PlaceMap known={known} point={point} onPut={put} />
        <PlaceLine known={known} draft={draft} point={point} onPut={put} onForget={() => write(NO_PLACE)} />
      </div>
    </section>
  );
}

const NO_PLACE = { place: null, placeWords: '', placeConfidence: 'words-only' } as const;

/** The street names of the city, once, and only with a connection. */
function useStreets(known: Known, onStreets: Props['onStreets']): void {
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || known.streets.length > 0 || known.basemap === null || known.bbox === null) return;
    asked.current = true;
    void readStreets(known.basemap, known.bbox).then(onStreets);
  }, [known, onStreets]);
}

function PlaceMap({
  known,
  point,
  onPut,
}: {
  known: Known;
  point: readonly [number, number] | null;
  onPut: (tapped: Tapped) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [mark] = useState(() => document.createElement('div'));
  const [map, setMap] = useState<SmallMap | null>(null);
  const { shade } = useContext(ShadeContext);
  const put = useRef(onPut);
  put.current = onPut;
  const { basemap, bbox } = known;
  const where = bbox?.join() ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ground, or another shade, is another map
  useEffect(() => {
    if (box.current === null) return;
    const ground = { basemap, bbox, groups: known.groups, label: words.mapLabel };
    const made = new SmallMap(box.current, ground, mark, (tapped) => put.current(tapped));
    setMap(made);
    return () => {
      setMap(null);
      made.remove();
    };
  }, [basemap, where, shade, mark]);
  useEffect(() => map?.setGroups(known.groups), [map, known.groups]);
  const [lon, lat] = point ?? [null, null];
  useEffect(() => map?.show(lon === null || lat === null ? null : [lon, lat]), [map, lon, lat]);
  return (
    <>
      <div ref={box} className={css.map} />
      {createPortal(<SpeechMark state="open" size={34} />, mark)}
      <button type="button" className={css.middle} onClick={() => map && onPut(map.middle())}>
        {words.markMiddle}
      </button>
    </>
  );
}

function PlaceLine({
  known,
  draft,
  point,
  onPut,
  onForget,
}: {
  known: Known;
  draft: Draft;
  point: readonly [number, number] | null;
  onPut: (tapped: Tapped) => void;
  onForget: () => void;
}) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const here = useMemo(() => point && areasAt(known.groups, point), [known.groups, point]);
  const locate = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        onPut({ at: [coords.longitude, coords.latitude], street: null });
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };
  return (
    <div className={css.placeLine}>
      <Icon name="map" size={16} />
      <div>
        <b>{draft.placeWords || (point ? words.marked : words.tapMap)}</b>
        {here && <span>{here.length > 0 ? words.inGroups(listed(here)) : words.inNone}</span>}
        {state === 'refused' && <span role="status">{words.noPosition}</span>}
      </div>
      {point || draft.placeWords ? (
        <button type="button" className={css.link} onClick={onForget}>
          {words.noPlace}
        </button>
      ) : (
        <button type="button" className={css.link} onClick={locate}>
          {state === 'asking' ? words.findingPosition : words.myPosition}
        </button>
      )}
    </div>
  );
}

function StreetBox({ known, draft, write }: Omit<Props, 'onStreets'>) {
  const id = useId();
  const found = findStreets(known.streets, draft.placeWords);
  const choose = ({ name, lon, lat }: Street) => {
    const typed = draft.placeWords.match(/^\s*\d+\s*(?:block)?/i)?.[0]?.trim();
    const placeWords = typed ? `${typed}, ${name}` : name;
    write({ placeWords, place: { type: 'Point', coordinates: [lon, lat] }, placeConfidence: 'about' });
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
        onChange={(event) => write({ placeWords: event.currentTarget.value })}
      />
      {found.length > 0 && !found.some(({ name }) => draft.placeWords.endsWith(name)) && (
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
