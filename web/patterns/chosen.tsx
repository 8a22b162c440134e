import { useId } from 'react';
import { RemovableTag } from '#web/ui/tag.tsx';
import css from './pattern.module.css';

type Named = { readonly value: string; readonly label: string };

/** Some of a list: those chosen as tags that can be taken off, and a list to add from. */
export function Chosen({
  label,
  hint,
  chosen,
  others,
  none,
  addLabel,
  removeLabel,
  fault,
  onChange,
}: {
  label: string;
  hint?: string;
  chosen: readonly Named[];
  others: readonly Named[];
  none: string;
  addLabel: string;
  removeLabel: (name: string) => string;
  fault?: string | undefined;
  onChange: (values: string[]) => void;
}) {
  const id = useId();
  const values = chosen.map(({ value }) => value);
  return (
    <fieldset className={css.chosen}>
      <legend>{label}</legend>
      {hint && <p className="caption">{hint}</p>}
      <div className={css.tags}>
        {chosen.length === 0 && <span className="caption">{none}</span>}
        {chosen.map(({ value, label: name }) => (
          <RemovableTag
            key={value}
            removeLabel={removeLabel(name)}
            onRemove={() => onChange(values.filter((each) => each !== value))}
          >
            {name}
          </RemovableTag>
        ))}
        {others.length > 0 && (
          <>
            <label className="visually-hidden" htmlFor={id}>
              {addLabel}
            </label>
            <select
              id={id}
              className={css.add}
              value=""
              onChange={(event) => event.currentTarget.value !== '' && onChange([...values, event.currentTarget.value])}
            >
              <option value="">{addLabel}</option>
              {others.map(({ value, label: name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
      </div>
      {fault && <p className={css.fault}>{fault}</p>}
    </fieldset>
  );
}
