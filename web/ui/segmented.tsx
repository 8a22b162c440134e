import { useId } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './segmented.module.css';

export type Segment<Value extends string> = { value: Value; label: string; icon?: IconName };

/** One of a few: radio buttons that look like one control, so arrow keys work by themselves. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.segmented}>
      <legend className="visually-hidden">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className={segment.value === value ? css.on : css.off}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} />}
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
