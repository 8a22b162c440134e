import { useView } from '#web/ask/use-view.ts';
import { Segmented } from '#web/ui/segmented.tsx';

/** One of a few words the reader may set, kept in the address under `name`. What the address does not name is the first. */
export function useChoiceOption<Value extends string>(name: string, choices: readonly [Value, ...Value[]]): Value {
  const { view } = useView();
  return choices.find((each) => each === view.options[name]) ?? choices[0];
}

/** A few words to choose from, as `labels` says them. */
export function ChoiceOption<Value extends string>({
  name,
  label,
  choices,
  labels,
}: {
  name: string;
  label: string;
  choices: readonly [Value, ...Value[]];
  labels: Readonly<Record<Value, string>>;
}) {
  const { view, change } = useView();
  const value = useChoiceOption(name, choices);
  return (
    <Segmented
      label={label}
      segments={choices.map((each) => ({ value: each, label: labels[each] }))}
      value={value}
      onChange={(next) => change({ options: { ...view.options, [name]: next } })}
    />
  );
}
