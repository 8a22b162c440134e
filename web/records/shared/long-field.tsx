import { type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import css from './long-field.module.css';

type About = { label: string; hint?: ReactNode; fault?: string | undefined };

/** A labelled field of several lines. */
export function LongField({
  label,
  hint,
  fault,
  ...input
}: About & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className'> & { 'data-first'?: boolean }) {
  const id = useId();
  const about = hint || fault ? `${id}-about` : undefined;
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <textarea rows={3} {...input} id={id} aria-invalid={fault ? true : undefined} aria-describedby={about} />
      {about && (
        <p id={about} className={fault ? css.fault : css.hint}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

/** A labelled choice from a list, the platform's own: it is quick on a phone and by keyboard. */
export function ListField<Value extends string>({
  label,
  hint,
  fault,
  choices,
  value,
  onPick,
  ...select
}: About & {
  choices: readonly { value: Value; label: string }[];
  value: Value;
  onPick: (value: Value) => void;
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'value' | 'onChange'>) {
  const id = useId();
  const about = hint || fault ? `${id}-about` : undefined;
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <select
        {...select}
        id={id}
        value={value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={about}
        onChange={(event) => {
          const picked = choices.find((choice) => choice.value === event.currentTarget.value);
          if (picked) onPick(picked.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {about && (
        <p id={about} className={fault ? css.fault : css.hint}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
