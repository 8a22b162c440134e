import { MOST_PATTERN_CALLS } from '#data/schema/records/pattern.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindsInWords } from '#web/ask/filter-words.ts';
import type { CallRow } from '#web/compute/door.ts';
import { MakePattern } from '#web/patterns/make-button.tsx';
import { words as patternWords } from '#web/patterns/words.ts';
import { listed } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import type { Picture } from './use-picture.ts';
import { useRegistered } from './use-registered.ts';

/** Where a part of the city was drawn or chosen: the calls in it become a pattern. */
export function PatternBlock({ picture }: { picture: Picture }) {
  const { door } = useDesk();
  const { filter, area, here } = picture;
  const areas = useAreas(filter.layer);
  const registered = useRegistered(picture);
  const isShaped = filter.circle !== null || filter.polygon.length > 0;
  const chosen = area === null ? filter.areas : [area];
  const calls = here.findings[0]?.calls ?? 0;
  if ((!isShaped && chosen.length === 0 && filter.places.length === 0) || calls === 0) return null;
  const hasKinds = filter.categories.length + filter.types.length > 0;
  const place = isShaped ? patternWords.drawnArea : listed(chosen.map(areas.nameOf)) || patternWords.place;
  const gather = async () => {
    const found = await door.ask<'calls'>(
      {
        method: 'calls',
        filter: area === null ? filter : { ...filter, areas: [area] },
        options: { offset: 0, limit: MOST_PATTERN_CALLS },
      },
      'make pattern',
    );
    await registered.register();
    const rows: readonly CallRow[] = found.findings;
    return { calls: rows, code: here.code };
  };
  return (
    <div className={css.make}>
      <MakePattern
        asked={{
          count: calls,
          title: `${hasKinds ? kindsInWords(filter) : patternWords.calls}, ${place}`,
          source: isShaped ? 'lasso' : 'list',
          gather,
        }}
      />
    </div>
  );
}
