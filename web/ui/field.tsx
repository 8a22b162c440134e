import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import css from './field.module.css';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> & {
  label: string;
  unit?: string;
  hint?: ReactNode;
  fault?: string | undefined;
};

/** A labelled input; a fault names what to do and is read out with the field. */
export function Field({ label, unit, hint, fault, ...input }: FieldProps) {
  const id = useId();
  const about = hint || fault ? `${id}-about` : undefined;
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <span className={css.box}>
        <input {...input} id={id} aria-invalid={fault ? true : undefined} aria-describedby={about} />
        {unit && <span>{unit}</span>}
      </span>
      {about && (
        <p id={about} className={fault ? css.fault : css.hint}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

type CheckProps = { label: ReactNode; checked: boolean; mixed?: boolean; onChange: (checked: boolean) => void };

/** A checkbox with its word; `mixed` when only some of what it stands for are checked. */
export function Check({ label, checked, mixed = false, onChange }: CheckProps) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed && !checked;
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
