import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import css from './notice.module.css';

type Kind = 'stale' | 'fault' | 'locked' | 'plain';
const SIGN: Record<Kind, IconName> = { stale: 'clock', fault: 'fault', locked: 'lock', plain: 'clock' };

/** What must be read stands in the page, never in a toast: what failed, what still works, what to do. */
export function Notice({
  kind,
  title,
  children,
  actions,
  inline = false,
}: {
  kind: Kind;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  inline?: boolean; // one line where there is room: above a screen that needs its height
}) {
  return (
    <div
      className={[css.notice, css[kind], inline && css.inline].filter(Boolean).join(' ')}
      role={kind === 'fault' ? 'alert' : 'status'}
    >
      <Icon name={SIGN[kind]} size={16} />
      <div className={css.body}>
        <b>{title}</b>
        {children && <div className={css.words}>{children}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** A quiet answer where a picture would be: nothing matched, nothing unusual, nothing yet. */
export function Quiet({
  picture,
  title,
  children,
  actions,
}: {
  picture?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={css.quiet}>
      {picture && <div className={css.picture}>{picture}</div>}
      <h2 className={css.title}>{title}</h2>
      {children && <div className={css.words}>{children}</div>}
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
