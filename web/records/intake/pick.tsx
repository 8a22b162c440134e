import { useId } from 'react';
import css from './intake.module.css';

/** One of a few, each as large as a thumb. */
export function Pick<Value extends string>({
  label,
  options,
  value,
  onPick,
}: {
  label: string;
  options: Readonly<Record<Value, string>>;
  value: Value;
  onPick: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.pick}>
      <legend>{label}</legend>
      {(Object.keys(options) as Value[]).map(
        (
          each, // the row boundary of Object.keys
        ) => (
          <label key={each} className={each === value ? css.chosen : css.choice}>
            <input
              className="visually-hidden"
              type="radio"
              name={name}
              checked={each === value}
              onChange={() => onPick(each)}
            />
            {options[each]}
          </label>
        ),
      )}
    </fieldset>
  );
}
