import { type ReactNode, useId } from 'react';
import css from './pick-one.module.css';

export type Choice<Value extends string> = {
  value: Value;
  label: ReactNode;
  about?: string;
  isOut?: boolean; // it cannot be picked; `about` says why
};

type Props<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onPick: (value: Value) => void;
  fault?: string | undefined;
};

/** One of a few, each with a line that says what it means. Arrow keys move, as in every list of radio buttons. */
export function PickOne<Value extends string>({ label, choices, value, onPick, fault }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={css.pick} aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.isOut ? css.out : css.choice}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            disabled={choice.isOut}
            onChange={() => onPick(choice.value)}
          />
          <span>
            {choice.label}
            {choice.about && <small>{choice.about}</small>}
          </span>
        </label>
      ))}
      {fault && (
        <p id={`${name}-fault`} className={css.fault}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
