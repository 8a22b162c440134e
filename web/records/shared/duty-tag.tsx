import type { ReactNode } from 'react';
import { Icon } from '#web/ui/icons.tsx';
import css from './duty-tag.module.css';

/** A duty that waits too long: a clock on the ground of "watch", never the diamond of a verdict. */
export const DutyTag = ({ children }: { children: ReactNode }) => (
  <span className={css.duty}>
    <Icon name="clock" size={12} />
    <span>{children}</span>
  </span>
);
