import type { CSSProperties, ReactNode } from 'react';
import css from './frame.module.css';
import type { WallSettings } from './settings.ts';
import { wallUnit } from './unit.ts';
import { useViewport } from './use-clock.ts';
import { words } from './words.ts';

type Props = {
  settings: WallSettings;
  ignored: readonly string[]; // of the address
  children: ReactNode;
};

/** The whole screen, dark, in wall pixels; what is wrong with its settings stands small at the top. */
export function Frame({ settings, ignored, children }: Props) {
  const { u, isTooSmall } = wallUnit(useViewport(), settings);
  const notes = [...(isTooSmall ? [words.tooSmall] : []), ...(ignored.length > 0 ? [words.ignored(ignored)] : [])];
  return (
    <div className={css.screen} data-theme="dark" style={{ '--u': `${u}px` } as CSSProperties /* a property of ours */}>
      {notes.length > 0 && <p className={css.notes}>{notes.join(' ')}</p>}
      {children}
    </div>
  );
}
