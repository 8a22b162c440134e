import type { ReactNode } from 'react';
import type { Standing } from '#data/register/standing.ts';
import { Icon } from '#web/ui/icons.tsx';
import css from './register.module.css';
import { words } from './words.ts';

/** How an entry stands: a clock and a word, never a verdict's sign. */
export function Mark({ mark, children }: { mark: Standing['mark']; children?: ReactNode }) {
  if (mark === 'open' || mark === 'closed') return <span className={css.calm}>{children ?? words.marks[mark]}</span>;
  return (
    <span className={css.mark} data-mark={mark}>
      <Icon name={mark === 'lapsed' ? 'fault' : 'clock'} size={12} />
      {children ?? words.marks[mark]}
    </span>
  );
}
