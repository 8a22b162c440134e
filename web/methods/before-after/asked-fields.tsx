import { type ReactNode, useEffect, useState } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { ChoiceOption } from '#web/methods/frame/choice-option.tsx';
import { NumberOption } from '#web/methods/frame/number-option.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './asked-fields.module.css';
import { BASELINES, USUAL, useAsked } from './use-asked.ts';
import { words } from './words.ts';

const DRAWN = 'drawn'; // no id of an area: those carry their layer

/** Where, from which day on, and against what. */
export function AskedFields() {
  const { view, filter, change } = useView();
  const { features } = useAreas(filter.layer);
  const { control } = useAsked();
  const isDrawn = filter.circle !== null || filter.polygon.length > 0;
  const [only] = filter.areas;
  const areas = features.map(({ properties }) => ({ value: properties.areaId, label: properties.name }));
  const setControl = (areaId: string) => change({ options: { ...view.options, control: areaId } });
  return (
    <div className={css.fields}>
      <ListField
        label={words.where}
        value={isDrawn ? DRAWN : filter.areas.length > 1 ? filter.areas.join() : (only ?? '')}
        choices={[
          ...(isDrawn ? [{ value: DRAWN, label: words.drawn }] : []),
          ...(isDrawn || filter.areas.length > 0 ? [] : [{ value: '', label: words.choosePlace }]),
          ...(filter.areas.length > 1 && !isDrawn
            ? [{ value: filter.areas.join(), label: words.several(filter.areas.length) }]
            : []),
          ...areas,
        ]}
        onPick={(areaId) => {
          if (areas.some(({ value }) => value === areaId))
            change({ filter: { areas: [areaId], polygon: [], circle: null } });
        }}
      />
      <DayField />
      <ListField
        label={words.control}
        value={control ?? ''}
        choices={[{ value: '', label: words.match }, ...areas.filter(({ value }) => !filter.areas.includes(value))]}
        onPick={setControl}
      />
      <Named label={words.ring}>
        <NumberOption name="ring" label={words.ring} usual={USUAL.ringMeters} choices={[150, 300, 500]} unit="m" />
      </Named>
      <Named label={words.weeks}>
        <NumberOption
          name="weeks"
          label={words.weeks}
          usual={USUAL.weeks}
          choices={[13, 26, 52]}
          unit={words.weeksUnit}
        />
      </Named>
      <Named label={words.baseline}>
        <ChoiceOption name="baseline" label={words.baseline} choices={BASELINES} labels={words.baselines} />
      </Named>
    </div>
  );
}

/** The controls say their name to readers already; three rows of them side by side need it in sight too. */
const Named = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={css.named}>
    <span className={css.label} aria-hidden="true">
      {label}
    </span>
    {children}
  </div>
);

/** A day is asked for once it is whole: a half-typed one changes nothing. */
function DayField() {
  const { opened } = useDesk();
  const { view, change } = useView();
  const known = view.options.day ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: Back and a link bring another day, which wins over what was typed
  useEffect(() => setTyped(null), [known]);
  return (
    <Field
      type="date"
      label={words.day}
      min={opened.firstDay}
      max={opened.lastDay}
      value={typed ?? known}
      onChange={(event) => {
        const day = event.currentTarget.value;
        setTyped(day);
        if (day >= opened.firstDay && day <= opened.lastDay) change({ options: { ...view.options, day } });
      }}
    />
  );
}
