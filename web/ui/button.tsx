import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';
import { Icon, type IconName } from './icons.tsx';

export type ButtonLook = 'plain' | 'filled' | 'quiet';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> & {
  look?: ButtonLook;
  small?: boolean;
  icon?: IconName;
  iconEnd?: IconName;
  keyHint?: string;
  /** A disabled action stays readable and focusable, dashed, and says why. */
  unavailable?: string | undefined;
  children: ReactNode;
};

/** One filled button a view; everything else is plain or quiet. */
export function Button({
  look = 'plain',
  small,
  icon,
  iconEnd,
  keyHint,
  unavailable,
  children,
  onClick,
  title,
  ...rest
}: ButtonProps) {
  const looks = [css.button, css[look], small && css.small, unavailable && css.off].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      {...rest}
      className={looks}
      aria-disabled={unavailable ? true : undefined}
      title={unavailable ?? title}
      onClick={unavailable ? undefined : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
      {keyHint && (
        <span aria-hidden="true">
          <kbd>{keyHint}</kbd>
        </span>
      )}
    </button>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> & {
  icon: IconName;
  label: string;
};

/** Only for the few signs that need no word: close, search, zoom, theme. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={css.iconButton} aria-label={label} title={label}>
      <Icon name={icon} size={16} />
    </button>
  );
}
