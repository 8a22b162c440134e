import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { ShadeContext } from '#web/ask/shade.ts';
import { areasAt } from '#web/records/shared/areas-at.ts';
import { Icon } from '#web/ui/icons.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { listed } from '#web/ui/words.ts';
import type { Draft } from './draft.ts';
import css from './intake.module.css';
import type { Known, Street } from './kept-on-phone.ts';
import { hasBlocks, readKnownStreets } from './known-streets.ts';
import { type LonLat, placeOfTaps, type Shape, tapped, tapsOf } from './marked-place.ts';
import { Pick } from './pick.tsx';
import { NOWHERE, namedIn, placeOfWords } from './place-of-words.ts';
import { SmallMap, type Tapped } from './small-map.ts';
import { StreetBox } from './street-box.tsx';
import { namesOf, WhichGroup } from './which-group.tsx';
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
  const [shape, setShape] = useState<Shape>(draft.place?.type ?? 'Point');
  const taps = tapsOf(draft.place);
  const isNowhere = draft.place === null;
  useEffect(() => {
    if (isNowhere) setShape('Point'); // the next concern begins with a spot
  }, [isNowhere]);
  const mark = (as: Shape, marked: readonly LonLat[]) =>
    write({ place: placeOfTaps(as, marked), placeConfidence: as === 'Point' ? 'exact' : 'about', groupIds: [] });
  const put = ({ at, street }: Tapped) => {
    const isNamed = street !== null && !types && (shape === 'Point' || taps.length === 0);
    if (isNamed) write({ placeWords: words.near(street) });
    mark(shape, tapped(shape, taps, at));
  };
  useStreets(known, onStreets);
  const named = useNamed(known, draft, write);
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
        <PlaceMap known={known} place={draft.place} street={named?.street ?? null} onPut={put} />
        <PlaceLine known={known} draft={draft} onPut={put} onForget={() => write(NO_PLACE)} />
      </div>
      {named && <WhichGroup named={named} known={known} draft={draft} write={write} />}
      {taps.length > 0 && (
        <ShapeChoice
          shape={shape}
          taps={taps}
          onMark={(as, marked) => {
            setShape(as);
            mark(as, marked);
          }}
        />
      )}
    </section>
  );
}

const NO_PLACE = { ...NOWHERE, placeWords: '' };

/** The streets of the city, once, and their blocks with a connection. */
function useStreets(known: Known, onStreets: Props['onStreets']): void {
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || hasBlocks(known.streets)) return;
    asked.current = true;
    void readKnownStreets(known).then((streets) => streets.length > 0 && onStreets(streets));
  }, [known, onStreets]);
}

/** The street that words name while no place is marked; the place goes in where they tell it. */
function useNamed({ streets, groups }: Known, { place, placeWords, groupIds }: Draft, write: Props['write']) {
  const isOpen = place === null;
  const named = useMemo(() => (isOpen ? namedIn(streets, placeWords) : null), [isOpen, streets, placeWords]);
  const isChosen = groupIds.length > 0;
  useEffect(() => {
    if (named === null || isChosen) return;
    const placed = placeOfWords(named, groups);
    if (placed !== NOWHERE) write(placed);
  }, [named, groups, isChosen, write]);
  return named;
}

function PlaceMap({
  known,
  place,
  street,
  onPut,
}: {
  known: Known;
  place: Draft['place'];
  street: Street | null;
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
  const streetName = street?.name;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a street that is read again is where it was
  useEffect(() => map?.show(place, street?.lines), [map, place, streetName]);
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
  onPut,
  onForget,
}: {
  known: Known;
  draft: Draft;
  onPut: (tapped: Tapped) => void;
  onForget: () => void;
}) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const { place, groupIds } = draft;
  const here = useMemo(() => {
    if (groupIds.length > 0) return namesOf(known.groups, groupIds);
    return place && [...new Set(tapsOf(place).flatMap((tap) => areasAt(known.groups, tap)))];
  }, [known.groups, place, groupIds]);
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
        <b>{draft.placeWords || (place ? words.marked : words.tapMap)}</b>
        {here && <span>{here.length > 0 ? words.inGroups(listed(here)) : words.inNone}</span>}
        {state === 'refused' && <span role="status">{words.noPosition}</span>}
      </div>
      {place || draft.placeWords ? (
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

/** A spot is one tap. A stretch of street or an area is more of them, with or without a finger. */
function ShapeChoice({
  shape,
  taps,
  onMark,
}: {
  shape: Shape;
  taps: readonly LonLat[];
  onMark: (as: Shape, marked: readonly LonLat[]) => void;
}) {
  return (
    <>
      <Pick
        label={words.shape}
        options={words.shapes}
        value={shape}
        onPick={(as) => onMark(as, as === 'Point' ? taps.slice(0, 1) : taps)}
      />
      {shape !== 'Point' && (
        <p className={css.taps} role="status">
          {words.taps(shape, taps.length)}
          {taps.length > 1 && (
            <button type="button" className={css.link} onClick={() => onMark(shape, taps.slice(0, -1))}>
              {words.tapBack}
            </button>
          )}
        </p>
      )}
    </>
  );
}
