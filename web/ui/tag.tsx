import type { ReactNode } from 'react';
import css from './tag.module.css';

/** A short fact about a row. `voice` is the amber of what residents say; `line` has an edge only. */
export function Tag({ look = 'ground', children }: { look?: 'ground' | 'voice' | 'line'; children: ReactNode }) {
  return <span className={`${css.tag} ${css[look]}`}>{children}</span>;
}

/** A tag that can be taken away; the button carries the whole sentence for a screen reader. */
export function RemovableTag({
  children,
  removeLabel,
  onRemove,
}: {
  children: ReactNode;
  removeLabel: string;
  onRemove: () => void;
}) {
  return (
    <button type="button" className={`${css.tag} ${css.removable}`} onClick={onRemove} aria-label={removeLabel}>
      {children}
      <span aria-hidden="true">×</span>
    </button>
  );
}
