import type { ComponentProps, ReactNode } from 'react';
import css from './more-options.module.css';
import { NumberOption } from './number-option.tsx';
import { words } from './words.ts';

/** The parameters of a method that most readers leave alone, behind one press. */
export function MoreOptions({ children }: { children: ReactNode }) {
  return (
    <details className={css.more}>
      <summary>{words.parameters}</summary>
      <div className={css.options}>{children}</div>
    </details>
  );
}

/** A name over one control. */
export function NamedOption({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.named}>
      <span className="caption" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

/** A few sizes to choose from, under the name that says what they are. */
export const NamedNumber = (props: ComponentProps<typeof NumberOption>) => (
  <NamedOption name={props.label}>
    <NumberOption {...props} />
  </NamedOption>
);
