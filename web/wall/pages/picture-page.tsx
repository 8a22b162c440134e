import { useMemo } from 'react';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { boxAround, grownBox, type Margin } from '#web/wall/map/mercator.ts';
import { WallMap } from '#web/wall/map/wall-map.tsx';
import { FitRows } from './fit-rows.tsx';
import { usePageSize } from './page-size.ts';
import type { PageProps } from './page-view.tsx';
import { type Picture, pictureOf } from './picture.ts';
import css from './picture-page.module.css';
import { SeriesRow } from './series-row.tsx';
import { weekNamed } from './week-words.ts';
import { words } from './words.ts';

const ROWS = 3;
const MARGIN: Record<'wide' | 'tall', Margin> = {
  wide: { top: 56, right: 56, bottom: 96, left: 104 },
  tall: { top: 64, right: 56, bottom: 64, left: 56 },
};
const FADED: Record<'wide' | 'tall', Margin> = {
  wide: { top: 16, right: 24, bottom: 64, left: 72 },
  tall: { top: 24, right: 16, bottom: 24, left: 16 },
};

/** What is unusual in the city or in one district, and where. */
export function PicturePage({ page, board, clockLocal, ground }: PageProps) {
  const district = page.subject;
  const { calls } = board;
  const picture = useMemo(() => pictureOf(board, district), [board, district]);
  const { width, height } = usePageSize();
  const shape = height > width ? 'tall' : 'wide';
  const near = useMemo(
    () => (district === null ? null : new Set(picture.areas.map(({ areaId }) => areaId))),
    [district, picture],
  );
  const box = useMemo(() => boxAround(picture.areas.map((area) => area.bbox)), [picture]);
  const named = useMemo(
    () => [...new Set(picture.unusual.flatMap(({ areaId }) => (areaId === null ? [] : [areaId])))],
    [picture],
  );
  const lesser = useMemo(() => (near === null ? [] : [...near]), [near]);
  const most = Math.max(
    1,
    ...picture.unusual.slice(0, ROWS).map(({ observed, high }) => Math.max(observed ?? 0, high ?? 0)),
  );
  const what = district ?? words.city;
  const namesOf = (verdict: 'unusual' | 'watch') =>
    picture.areas.filter((area) => area.verdict === verdict).map(({ name }) => name);
  return (
    <div className={css.page}>
      <div className={css.words}>
        <p className={css.title}>{calls ? words.titled(what, weekNamed(calls.week, clockLocal)) : what}</p>
        <Headline picture={picture} isBeingSet={calls?.isBudgetSet === false} hasCalls={calls !== null} />
        <FitRows
          items={picture.unusual}
          atMost={ROWS}
          keyOf={({ key }) => key}
          row={(series) => <SeriesRow series={series} others={picture.areas} most={most} />}
          more={words.more}
        />
        <Foot picture={picture} isBeingSet={calls?.isBudgetSet === false} isDistrict={district !== null} />
      </div>
      <div className={css.map}>
        {ground && calls && box && (
          <WallMap
            ground={ground}
            areas={calls.areas}
            near={near}
            box={district === null ? box : grownBox(box, 0.04)}
            named={named}
            alsoNamed={lesser}
            label={words.mapOf(namesOf('unusual'), namesOf('watch'), district ?? words.theCity)}
            margin={MARGIN[shape]}
            faded={FADED[shape]}
          />
        )}
      </div>
    </div>
  );
}

type Said = { picture: Picture; isBeingSet: boolean };

function Headline({ picture, isBeingSet, hasCalls }: Said & { hasCalls: boolean }) {
  const { verdict, unusual } = picture;
  const nothing = isBeingSet ? words.nothingYet : words.nothing;
  const says = !hasCalls
    ? words.noCalls
    : verdict === 'unusual'
      ? words.unusual(unusual.length)
      : verdict === 'not-judged'
        ? words.notJudged
        : nothing;
  return (
    <>
      <div className={css.headline}>
        <VerdictGlyph verdict={hasCalls ? verdict : 'not-judged'} />
        <h1>{says}</h1>
      </div>
      {!hasCalls && <p className={css.why}>{words.noCallsWhy}</p>}
      {hasCalls && verdict === 'not-judged' && <p className={css.why}>{words.notJudgedWhy}</p>}
    </>
  );
}

function Foot({ picture: { tally, areas, verdict, waiting }, isBeingSet, isDistrict }: Said & { isDistrict: boolean }) {
  const tallied = words.tally(tally, tally.usual === areas.length);
  const owed = waiting.flatMap(({ kind, count, isAtLeast }) =>
    count === 0 ? [] : [words.duty[kind](count, isAtLeast ? words.atLeast : '')],
  );
  const isClear = owed.length === 0 && waiting.every(({ isAtLeast }) => !isAtLeast);
  const duties = isClear ? words.noDuties : words.owed(owed);
  return (
    <div className={css.foot}>
      {tallied !== '' && verdict !== 'not-judged' && (
        <p className={css.tally}>
          <VerdictGlyph verdict={tally.watch > 0 ? 'watch' : 'usual'} />
          <span>{tallied}</span>
        </p>
      )}
      {isBeingSet && areas.length > 0 && <p>{words.beingSet}</p>}
      {(isDistrict || areas.length === 0) && duties !== '' && <p>{duties}</p>}
    </div>
  );
}
