import type { AreaFeature } from '#data/schema/area.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { ChoiceOption, useChoiceOption } from '#web/methods/frame/choice-option.tsx';
import css from './against.module.css';
import { words } from './words.ts';

/** What the calls of a place are set against: its own past, or who lives there. */
export type Against = 'past' | 'residents' | 'addresses';

/** What the reader chose, as far as the boundaries offer it. */
export function useAgainst(): Against {
  return useChoiceOption('against', choicesOf(useChosenAreas()));
}

/** Residents and addresses where two areas or more have them; where none have, why not. */
export function AgainstOption() {
  const areas = useChosenAreas();
  const choices = choicesOf(areas);
  const against = useChoiceOption('against', choices);
  if (choices.length === 1) return <p className={`caption ${css.note}`}>{words.pastOnly(areas.length)}</p>;
  return (
    <>
      <ChoiceOption name="against" label={words.against} choices={choices} labels={words.choices} />
      {against !== 'past' && <p className={`caption ${css.note}`}>{words.byArea}</p>}
    </>
  );
}

function useChosenAreas(): readonly AreaFeature[] {
  const { filter } = useView();
  const { features } = useAreas(filter.layer);
  if (filter.areas.length === 0) return features;
  return features.filter(({ properties }) => filter.areas.includes(properties.areaId));
}

/** A scan needs two places. */
export function choicesOf(areas: readonly Pick<AreaFeature, 'properties'>[]): readonly ['past', ...Against[]] {
  const denominators = ['residents', 'addresses'] as const;
  return [
    'past',
    ...denominators.filter((one) => areas.filter(({ properties }) => (properties[one] ?? 0) > 0).length >= 2),
  ];
}
