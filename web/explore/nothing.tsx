import type { Filter } from '#data/schema/filter.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { areasInWords, hoursInSentence, kindsInWords, shapeInWords } from '#web/ask/filter-words.ts';
import { ask, useAnswers } from '#web/ask/use-answer.ts';
import { type Change, useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { RemovableTag } from '#web/ui/tag.tsx';
import css from './nothing.module.css';
import { words } from './words.ts';

type Loosening = { label: string; what: string; filter: Partial<Filter> };

/** No call matches: which part of the filter keeps them away, and how many there would be without it. */
export function Nothing({ filter }: { filter: Filter }) {
  const { change } = useView();
  const areas = useAreas(filter.layer);
  const parts = partsOf(filter, areasInWords(filter.areas, areas));
  const { found: counts } = useAnswers(parts.length === 0 ? null : ['loosen', filter], (asking) =>
    Promise.all(
      parts.map(async ({ filter: loosened }, at) => {
        const answer = await ask(
          asking,
          'explore',
          { ...filter, ...loosened },
          { expectedBand: false },
          `loosen ${at}`,
        );
        return answer.findings[0]?.calls ?? 0;
      }),
    ),
  );
  const without = parts.map((part, at) => ({ ...part, calls: counts?.[at] ?? 0 })).filter(({ calls }) => calls > 0);
  const loosen = ({ filter: loosened }: Loosening) => change({ filter: loosened } satisfies Change);
  return (
    <Quiet
      title={words.noneTitle}
      picture={
        <div className={css.tags}>
          {parts.map((part) => (
            <RemovableTag key={part.what} removeLabel={words.removeFilter(part.label)} onRemove={() => loosen(part)}>
              {part.label}
            </RemovableTag>
          ))}
        </div>
      }
      actions={without.map((part) => (
        <Button key={part.what} small onClick={() => loosen(part)}>
          {words.dropPart(part.what)}
        </Button>
      ))}
    >
      {without.map(({ what, calls }) => words.without(what, calls)).join(' ')}
    </Quiet>
  );
}

/** The parts of the filter that narrow anything, each with the filter that lets go of it. */
function partsOf(filter: Filter, areas: string): Loosening[] {
  const { categories, types, weekdays, hours, hourOfWeek, places, polygon, circle, origin } = filter;
  const parts: (Loosening | null)[] = [
    categories.length + types.length > 0
      ? { label: kindsInWords(filter), what: words.partKind, filter: { categories: [], types: [] } }
      : null,
    filter.areas.length > 0 ? { label: areas, what: words.partArea, filter: { areas: [] } } : null,
    weekdays.length + hours.length + hourOfWeek.length > 0
      ? { label: hoursInSentence(filter), what: words.partHour, filter: { weekdays: [], hours: [], hourOfWeek: [] } }
      : null,
    places.length > 0 ? { label: words.place(places.length), what: words.partPlace, filter: { places: [] } } : null,
    polygon.length > 0 || circle
      ? { label: shapeInWords(filter), what: words.partShape, filter: { polygon: [], circle: null } }
      : null,
    origin !== 'all' ? { label: words.originTag[origin], what: words.partOrigin, filter: { origin: 'all' } } : null,
  ];
  return parts.filter((part) => part !== null);
}
