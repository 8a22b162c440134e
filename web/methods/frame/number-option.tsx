import { useView } from '#web/ask/use-view.ts';
import { Segmented } from '#web/ui/segmented.tsx';

/** A number the reader may set, kept in the address under `name`. What the address does not name is `usual`. */
export function useNumberOption(name: string, usual: number): number {
  const { view } = useView();
  const chosen = Number(view.options[name] ?? usual);
  return Number.isFinite(chosen) && chosen > 0 ? chosen : usual;
}

/** A few sizes to choose from: "150 m, 300 m, 500 m". */
export function NumberOption({
  name,
  label,
  usual,
  choices,
  unit,
}: {
  name: string;
  label: string;
  usual: number;
  choices: readonly number[];
  unit: string;
}) {
  const { view, change } = useView();
  const value = useNumberOption(name, usual);
  const offered = choices.includes(value) ? choices : [...choices, value].sort((a, b) => a - b);
  return (
    <Segmented
      label={label}
      segments={offered.map((each) => ({ value: String(each), label: `${each} ${unit}` }))}
      value={String(value)}
      onChange={(next) => change({ options: { ...view.options, [name]: next } })}
    />
  );
}
