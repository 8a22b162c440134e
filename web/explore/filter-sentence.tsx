import { isUsualWindow } from '#web/ask/dates.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import {
  areasInWords,
  datesInWords,
  filterWords,
  hoursInSentence,
  kindsInWords,
  shapeInWords,
} from '#web/ask/filter-words.ts';
import { useView } from '#web/ask/use-view.ts';
import { isWide, PLAIN_VIEW } from '#web/ask/view.ts';
import type { DrawnShape } from '#web/map/shape-layers.ts';
import { MethodMenu } from '#web/methods/frame/method-menu.tsx';
import { Button } from '#web/ui/button.tsx';
import { Choice, Sentence } from '#web/ui/sentence.tsx';
import { RemovableTag } from '#web/ui/tag.tsx';
import { AreasChoice } from './areas-choice.tsx';
import { CopyLink } from './copy-link.tsx';
import { DatesChoice } from './dates-choice.tsx';
import { ExportMenu } from './export-menu.tsx';
import css from './filter-sentence.module.css';
import { HoursChoice } from './hours-choice.tsx';
import { KindsChoice } from './kinds-choice.tsx';
import { OriginChoice } from './origin-choice.tsx';
import { ShapeChoice } from './shape-choice.tsx';
import type { Picture } from './use-picture.ts';
import { words } from './words.ts';

/** The filter, read as one sentence: each noun opens what it could be instead. */
export function FilterSentence({
  picture,
  onDraw,
}: {
  picture: Picture | null;
  onDraw: (kind: DrawnShape['kind']) => void;
}) {
  const { opened } = useDesk();
  const { view, filter, change } = useView();
  const areas = useAreas(filter.layer);
  const isUsual = isUsualWindow(filter, opened);
  const isShaped = filter.circle !== null || filter.polygon.length > 0;
  return (
    <Sentence label={words.filter} end={<End picture={picture} />}>
      {words.calls}
      <Choice label={words.origin} chosen={filterWords.origin[filter.origin]} narrowed={filter.origin !== 'public'}>
        {(close) => <OriginChoice onDone={close} />}
      </Choice>
      {words.of}
      <Choice
        label={words.kinds}
        chosen={kindsInWords(filter)}
        narrowed={filter.categories.length + filter.types.length > 0}
      >
        {() => <KindsChoice types={picture?.all.findings[0]?.types ?? opened.types} />}
      </Choice>
      {words.in}
      <Choice label={words.areas} chosen={areasInWords(filter.areas, areas)} narrowed={filter.areas.length > 0}>
        {() => <AreasChoice />}
      </Choice>
      {words.during}
      <Choice label={words.dates} chosen={datesInWords(filter, opened)} narrowed={!isUsual} width="auto">
        {(close) => <DatesChoice onDone={close} />}
      </Choice>
      {opened.months.length === 0 && (
        <>
          {words.at}
          <Choice
            label={words.hours}
            chosen={hoursInSentence(filter)}
            narrowed={filter.weekdays.length + filter.hours.length + filter.hourOfWeek.length > 0}
          >
            {() => <HoursChoice />}
          </Choice>
        </>
      )}
      {words.within}
      <Choice label={words.shape} chosen={shapeInWords(filter)} narrowed={isShaped}>
        {(close) => (
          <ShapeChoice
            onDraw={(kind) => {
              close();
              onDraw(kind);
            }}
            onDone={close}
          />
        )}
      </Choice>
      {filter.places.length > 0 && (
        <RemovableTag removeLabel={words.removePlaces} onRemove={() => change({ filter: { places: [] } })}>
          {words.place(filter.places.length)}
        </RemovableTag>
      )}
      {(!isWide(view) || !isUsual) && (
        <Button
          look="quiet"
          small
          onClick={() => change({ filter: { ...PLAIN_VIEW.filter, layer: filter.layer }, window: null })}
        >
          {words.clear}
        </Button>
      )}
    </Sentence>
  );
}

function End({ picture }: { picture: Picture | null }) {
  const { filter } = useView();
  const { noun, entry } = useAreas(filter.layer);
  if (picture === null) return null;
  const { records } = picture.all;
  const { n, rest } =
    entry === null
      ? words.callsIn(records.read, '')
      : words.callsIn(records.inside + records.inSeveral, `in ${noun[1]}`);
  return (
    <>
      <span className={css.total}>
        <b>{n}</b> {rest}
      </span>
      <span className={css.rule} aria-hidden="true" />
      <MethodMenu />
      <CopyLink picture={picture} />
      <ExportMenu picture={picture} />
    </>
  );
}
